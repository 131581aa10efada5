# ruff: noqa: E501 - a wording stays in one piece, so that it can be found and read
"""Wordings by which a page refuses its reader: no right to read, access denied. All folded."""

from citecheck.classify.not_found import EDGES
from citecheck.classify.wordings import says
from citecheck.text import fold, one_of

# Mostly said to the reader; news of somebody's rights, too, may say so, and goes on with more.
_NO_RIGHT = one_of(
    r"\byou (?:currently )?(?:do not|don't|may not|are not|aren't|have no|have not been|haven't been|lack)(?: currently| have| the| be| any| necessary| required| sufficient| proper| correct| appropriate)* (?:permissions?|privileges|rights?|access|authori[sz]ation|authori[sz]ed|allowed|permitted|entitled|granted)\b|insufficient (?:permissions?|privileges|rights)|you need (?:permission|access|an invitation)|not authori[sz]ed to (?:see|view|access|read) this",
    r"(?:keine|nicht die|fehlende|nicht genugend|nicht ausreichende?) (?:zugriffs|zugangs|lese)?(?:berechtigung(?:en)?|rechte|erlaubnis)|(?:sind|bist) (?:leider |hier )?nicht (?:berechtigt|befugt|autorisiert)|(?:haben|hast) (?:leider )?keinen (?:zugriff|zugang)",
    r"(?:n'avez|n'as|ne disposez|ne possedez) pas (?:(?:de |des |d')?(?:l'|la |le |les )?(?:bons )?)(?:droits?|permissions?|autorisations?|acces|habilitations?)\b|n'(?:etes|es) pas (?:autorise|habilite)|(?:droits|permissions|autorisations) insuffisant",
    r"no (?:tienes?|tenes|dispones? de|posees?|cuentas? con) (?:los |el |la |suficientes )*(?:permisos?|privilegios|derechos?|acceso|autorizacion)|no estas? autorizad[oa]|(?:permisos|privilegios) insuficientes|no (?:teniu|tens|te) (?:.{0,12} )?(?:permis\w*|autoritzacio|acces|dret)|no (?:esta|esteu|estas) autoritzat",
    r"(?:nao|non) (?:tem|tens|ten|tes|possui|dispoe de|dispon de) (?:as |a |o |os )?(?:permis\w+|autorizaci?\w+|privilegios?|acc?es[so]o?|direitos?)|(?:nao|non) (?:estas? )?autorizad[oa] a",
    r"non (?:hai|si dispone de|disponi de|si hanno|si ha) ?(?:i |il |l'|le |la |gli |lle |i |l )*(?:permess[oi]|autorizzazion[ei]|privilegi|diritt[oi]|accesso)|non (?:sei|siete|si e) autorizzat[oi]",
    r"(?:je|u|jij|jullie) (?:hebt|heeft|hebben) (?:.{0,16} )?(?:geen|niet de|onvoldoende) (?:toegangs)?(?:machtiging(?:en)?|toestemming|toegang|rechten|bevoegdheid|permissies?)|er zijn geen rechten om|niet (?:gemachtigd|bevoegd|geautoriseerd)|jy het (?:nie|geen) (?:.{0,16} )?(?:toestemming|toegang|magtiging)",
    r"(?:du|ni|de|dere) (?:har (?:inte|ikke|ikkje|ingen|ej)|saknar|mangler|manglar) (?:.{0,16} )?(?:tillgang|tilltrade|behorighet|tillatelse|tilladelse|rattighet\w*|rettighe[dt]\w*|adgang|tilgang|loyve)|(?:inte|ikke) (?:behorig|auktoriserad|autorisert|autoriseret)",
    r"(?:sinulla|teilla) ei ole (?:.{0,16} )?(?:(?:paasy|kaytto|luku|katselu)?oikeu\w+|lupaa|valtuu\w+)|(?:sul|teil|sinul) (?:puudub|ei ole|pole) (?:.{0,16} )?(?:oigus\w*|luba|ligipaas\w*|juurdepaas\w*)|hefur ekki (?:heimild|aðgang|leyfi|rettindi)|nayttaminen ei ole sallittu",
    r"(?:nie (?:masz|posiadasz|maja panstwo)|brak(?:uje)? ci) (?:.{0,20} )?(?:uprawnien|dostepu|zezwolenia|prawa?|pozwolenia)\b|nie (?:jestes|zostales) (?:uprawnion|upowaznion|autoryzowan)\w+|brak (?:uprawnien|autoryzacji)",
    r"nemate (?:.{0,16} )?(?:opravneni\w*|povoleni\w*|pristup\w*|prav[oa]|dozvol\w*|dopusten\w*|ovlas\w+|odobrenj\w*|пристап\w*)\b|(?:nejste|nie ste) (?:opravnen|autorizovan)|ni?e? ?ste ovlas\w+|nimate (?:.{0,16} )?(?:pravic|dovoljenj\w*|dostopa|pooblastil)|niste pooblascen",
    r"(?:nincs|nem rendelkezik) (?:.{0,20} )?(?:jog\w*|hozzaferes\w*|engedely\w*)|nem jogosult|megtekintese nem engedelyezett|nu (?:ai|aveti|detineti) (?:.{0,12} )?(?:permisiun\w+|drept\w*|acces\w*|autorizat\w+|privilegi\w+)|nu (?:esti|sunteti) autorizat",
    r"нямате (?:.{0,16} )?(?:прав[оа]|достъп|разрешение|позволение)\b|не сте (?:оторизиран|упълномощен)\w*|(?:у вас|вы|вам) (?:нет|не имеете|недостаточно) (?:.{0,16} )?(?:прав|права|доступа|разрешения|полномочий|привилегий)\b|недостаточно прав|вы не авторизованы для|вам не разрешен доступ",
    r"(?:у вас|ви|вам) (?:немає|нема|не маєте|недостатньо) (?:.{0,16} )?(?:прав|доступу|дозволу|повноважень)\b|недостатньо прав|не авторизовані для|у вас няма (?:.{0,16} )?(?:правоў|доступу|дазволу)|(?:рұқсатыңыз|құқығыңыз) жоқ",
    r"δεν (?:εχετε|εχεις|διαθετετε) (?:.{0,20} )?(?:δικαιωμα\w*|αδεια|προσβαση\w*|εξουσιοδοτηση\w*|προνομια)|δεν εισ(?:τε|αι) εξουσιοδοτημεν|δεν επιτρεπεται να (?:δειτε|εχετε)",
    r"(?:izni(?:niz)?|yetki(?:niz)?|erisiminiz|hakkiniz) (?:yok|bulunm)\w*|yetkili degilsiniz|(?:icazəniz|girişiniz|səlahiyyətiniz|huququnuz) (?:yoxdur|çatmır|olmayan)|ruxsatingiz (?:yo.{0,2}q|mavjud emas)",
    r"(?:tidak|tak) (?:memiliki|mempunyai|punya) (?:.{0,12} )?(?:izin|hak|akses|otorisasi|wewenang|kebenaran|keizinan)|tidak (?:diizinkan|dibenarkan|berwenang|berhak) (?:untuk )?(?:mengakses|melihat|membuka)|không có quyền|chưa được cấp quyền|không được phép (?:truy cập|xem|vào)",
    r"(?:ليس|ليست) (?:لديك|لك|لديكم) (?:.{0,12} )?(?:إذن|(?:ال)?صلاحي\w+|تصريح|حق|أذونات)|لا (?:تملك|تمتلك) (?:.{0,12} )?(?:إذن|صلاحي\w+|تصريح|حق)|غير (?:مصرح|مسموح|مخول) (?:لك|لكم|لرؤية|بالوصول)|لم يؤذن لك|لا يسمح لك",
    r"(?:اجازه|مجوز|دسترسی)(?: .{0,24})? (?:را )?ندار(?:ید|د)|مجاز (?:به .{0,24} )?(?:نیستید|نمی باشید)|אין ל(?:ך|כם) (?:.{0,10} )?(?:הרשא\w*|גישה|רשות)|(?:אינך|אינכם) (?:מורש\w*|רשאי\w*)|(?:آپ کو|آپ کی) .{0,40}(?:اجازت|رسائی) نہیں",
    r"(?:आप|आपको|आपके) .{0,40}(?:अनुमति|अधिकार|अधिकृत) नहीं|परवानगी नाही|(?:অনুমতি নেই|অনুমোদিত নন)|(?:અધિકૃત|પરવાનગી) નથી|அனுமதி ?(?:இல்லை|யில்லை)|(?:అనుమతి|అధికారం) లేదు|അധികാരം നൽകിയിട്ടില്ല|അനുമതിയില്ല",
    r"(?:คุณ)?ไม่(?:มีสิทธิ์|ได้รับอนุญาต)|ဝင်ရောက်ခွင့်မရှိ|არ (?:გაქვთ|გაქვს) (?:.{0,20} )?(?:უფლება|წვდომა|ნებართვა)|(?:իրավունք|թույլտվություն|մուտք) չունեք|չունեք (?:.{0,20} )?(?:իրավունք|թույլտվություն|մուտք)",
    r"(?:没有|沒有|无|無)(?:访问|訪問|存取|查看|瀏覽|浏览|阅读|閱讀|进入|進入)?.{0,8}(?:权限|權限)|(?:您|你)(?:无权|無權)|无权(?:访问|查看|浏览)|無權(?:訪問|存取|查看|瀏覽)",
    r"(?:権限|アクセス権)(?:が|は)?(?:ありません|無い|ない|ございません)|(?:閲覧|表示|アクセス)(?:は|が|する)?(?:許可(?:されて|が)(?:いません|ありません))|권한(?:이)? ?(?:없|부족)|액세스할 수 없는 페이지",
    r"ez (?:duzu|daukazu) (?:.{0,16} )?baimen|baimenik ez|nid oes gennych (?:chi )?(?:ganiatad|hawl|fynediad)|nil cead agat|chan eil cead|neturite (?:.{0,16} )?(?:leidim\w*|teis\w*|prieig\w*)|(?:jums )?nav (?:.{0,16} )?(?:atlauts|atlauj\w*|tiesib\w*|pieejas|piekluves)|nuk jeni i autorizuar|nuk (?:keni|ke) (?:.{0,10} )?(?:leje|autorizim|te drejte|akses)|huna ruhusa|wala kang (?:pahintulot|karapatan)",
)
# Stems that refuse where hardly anything else is said, or a form stands beside; elsewhere they are news.
_MAY_REFUSE = one_of(
    r"\bpermission|\bprivileges?\b|\bnot (?:allowed|authori[sz]ed|logged)|\bunauthori[sz]ed|berechtig|keine rechte|autorisation|permisos?\b|nemate (?:dozvol|pristup)|нет прав|недостаточно прав|(?:没有|無|沒有|无)(?:权限|權限)|(?:尚未|还没有|還沒有)(?:登录|登錄|登入)|権限がありません|권한이 없습니다|brak uprawnien|nem(?:ate|as) prava|dostop ni dovoljen",
    r"nincs (?:jogod|jogosultsag|joga)|nem vagy bejelentkezve|nie masz uprawnien|accesso negato: non hai|no tienes permiso|yetkiniz (?:yok|bulunm)|du har ikke (?:adgang|tilgang)|du saknar behorighet|nemate pristup",
    r"(?:정회원|회원|가입자)만 (?:볼|열람|이용|읽)|you need an invitation",
)
_NUMBER = r"(?:(?:error|http|fehler|erreur|ошибка|status)? ?(?:code )?40[13] ?(?:error|fehler)?[ .:–-]*)?"
_REFUSED = one_of(
    r"access (?:is |was |has been )?(?:denied|forbidden|restricted|refused|not (?:allowed|permitted|granted|authori[sz]ed))(?: to this .{0,20})?|forbidden(?: access)?|(?:un|not )authori[sz]ed(?: access| request)?|permission denied|no (?:access|permission|authori[sz]ation)|insufficient (?:permissions|privileges|rights)|not permitted|you are not (?:allowed|authori[sz]ed)(?: .{0,40})?",
    r"(?:der )?(?:zugriff|zugang)(?: (?:auf|zu|zur|zum) .{0,40})? (?:wurde |ist )?(?:verweigert|verboten|verwehrt|untersagt|gesperrt|beschrankt|nicht (?:gestattet|erlaubt|moglich))|kein(?:e)? (?:zugriff|zugang|(?:zugriffs)?berechtigung|zugriffsrechte)|nicht (?:autorisiert|berechtigt)|verboten|unautorisiert(?:er zugriff)?",
    r"(?:l')?acces(?: a .{0,40})? (?:est )?(?:refuse|interdit|non autorise|bloque|limite)(?: a .{0,40})?|interdit|non autorise|permission refusee|(?:el )?acceso(?: a .{0,40})? (?:esta |ha sido )?(?:denegado|prohibido|no (?:autorizado|permitido)|restringido)(?: a .{0,40})?|prohibido|no autorizado|permiso denegado|acces (?:denegat|prohibit|no autoritzat)|prohibit|no autoritzat|acces refusat|sarbide debekatua|sarrera ukatua|debekatuta|baimenik gabe",
    r"(?:o )?acesso(?: a .{0,40})? (?:foi |e )?(?:negado|proibido|nao (?:autorizado|permitido)|recusado|interdito|restrito)|e proibido o acesso .{0,40}|proibido|nao autorizado|permissao negada|(?:l')?accesso(?: al(?:la)? .{0,40})? (?:e )?(?:negato|vietato|non (?:autorizzato|consentito))|vietato|non autorizzat[oa]|permesso negato|acces (?:interzis|refuzat|neautorizat|restrictionat)|interzis|neautorizat",
    r"(?:de )?(?:toegang|toestemming)(?: tot .{0,40})? (?:is )?(?:geweigerd|verboden|ontzegd)|geen toegang|verboden(?: toegang)?|niet geautoriseerd|ongeautoriseerd|toegang (?:geweier|verbied)|ongemagtig|(?:atkomst|tilltrade)(?:en)? (?:ar )?(?:nekad|forbjuden|nekas)|(?:adgang|tilgang)(?: til .{0,40})? (?:er )?(?:naegtet|nektet?|nekta|forbudt)|ingen (?:adgang|tilgang|atkomst)|forbjud(?:en|et)|forbudt|obehorig|uautorisert|ikke autoriser(?:e)?t|uberettiget",
    r"(?:paasy|kaytto(?:oikeus)?) (?:on )?(?:evatty|kiell?etty|estetty)|kielletty|ei (?:kaytto|paasy)oikeutta|luvaton|valtuuttamaton|(?:juurdepaas|ligipaas) (?:on )?(?:keelatud|piiratud)|keelatud|volitamata|(?:prieiga|priejimas) (?:draudziam[as]|uzdraust[as]|ribojam[as])|draudziama|neleistina|(?:piekluve|pieeja) (?:ir )?(?:liegta|aizliegta|ierobezota)|aizliegts|aðgangur (?:bannaður|oheimill)|bannað",
    r"(?:dostep|wstep) (?:jest )?(?:zabroniony|wzbroniony|zablokowany)|odmowa dostepu|odmowiono dostepu|brak (?:dostepu|uprawnien|autoryzacji)|zabronion[ey]|nieautoryzowany(?: dostep)?|pristup (?:je |bol |byl )?(?:odepren|zamitnut|zakazan|zamietnut|odmietnut|odopren)y?|zakazan[oe]|neopravnen[ye](?: pristup)?|neautorizovany pristup",
    r"(?:a )?hozzaferes (?:megtagadva|elutasitva|nem engedelyezett)|tiltott|jogosulatlan(?: hozzaferes)?|(?:a .{0,30} )?(?:a )?hozzaferes tilos|nincs felhatalmazas|ikke tillatt|достъп(?:ът)? (?:е )?(?:отказан|забранен)|отказан достъп|забранен(?:о)?(?: достъп)?|неразрешено|неоторизиран(?:о)?(?: достъп)?",
    r"pristup (?:je )?(?:odbijen|zabranjen|onemogucen|uskracen)|zabranjen(?:o)?(?: pristup)?|neovlas(?:c|t)en(?:o)?(?: pristup)?|приступ (?:је )?(?:одбијен|забрањен|онемогућен)|забрањен(?:о)?(?: приступ)?|неовлашћен(?:о)?(?: приступ)?|пристапот е (?:одбиен|забранет)|недозволен пристап|забрането|неовластено|dostop (?:je )?(?:zavrnjen|prepovedan|onemogocen)|prepovedano|nepooblascen(?:o)?(?: dostop)?",
    r"доступ (?:к .{0,40} )?(?:запрещен|закрыт|воспрещен)|доступ до .{0,40} заборонено|(?:в доступе отказано|отказано в доступе)|запрещено|нет (?:прав )?доступа|(?:запрос )?не авторизован|несанкціонований доступ|доступ (?:заборонен[оий]+|закрито|забаронены)|(?:[ув] доступі відмовлено|відмовлено [ув] доступі)|заборонено|немає доступу|несанкціоновано|забаронена|тыйым салынған|рұқсат жоқ",
    r"(?:η )?προσβαση (?:απαγορευεται|δεν επιτρεπεται)|απαγορευεται η (?:προσβαση|εισοδος)|(?:αρνηση|απορριψη) προσβασης|μη επιτρεπτη προσβαση|αδυνατη προσβαση|δεν επιτρεπεται η προσβαση|απαγορευμενος?|χωρις εξουσιοδοτηση|μη εξουσιοδοτημενη προσβαση|erisim (?:reddedildi|yasak(?:landi)?|izni (?:yok|verilmedi))|yasak(?:li)?|yetkisiz(?: erisim)?|giris (?:yasak|reddedildi)|giriş(?:ə)? (?:rədd edildi|qadağandır|icazə yoxdur)|qadağan",
    r"akses (?:ditolak|dilarang|terbatas)|terlarang|dilarang|tidak (?:sah|diizinkan|diotorisasi)|(?:từ chối|cấm) truy cập|truy cập bị (?:từ ch[oô]i|từ trối|cấm|chặn)|không được phép|không có quyền(?: truy cập)?|(?:qasja|aksesi?) (?:u )?(?:refuzua|ndalua|i mohuar)\w*|ndalohet qasja|e ndaluar|i paautorizuar|gwaherddir|anawdurdodedig|gwrthodwyd mynediad|cead diultaithe|aliro nepermesata|қатынас жоқ|кирүүгө тыюу салынган|хандалт хаалттай|toirmisgte",
    r"(?:تم )?(?:رفض|منع) (?:الوصول|الدخول)|(?:ال)?(?:وصول|دخول) (?:مرفوض|ممنوع|محظور|مقيد)|ممنوع|محظور|غير (?:مصرح|مسموح)(?: به| لك)?|بدون تصريح|(?:امکان )?دسترسی (?:غیر ?مجاز|ناممکن|وجود ندارد|رد شد|منع شده(?: است)?|ممنوع(?: است)?)|غیر ?مجاز|مجاز نیست|ممنوع|ה?גישה (?:נדחתה|נחסמה|אסורה)|אין גישה|אסור|לא מורשה|رسائی (?:مسترد|نہیں).{0,10}|ممنوعہ",
    r"(?:पहुँच|प्रवेश|ऐक्सेस|एक्सेस) (?:डिनाइड|अस्वीकृत|निषेध|वर्जित)|अनधिकृत|वर्जित|প্রবেশ নিষেধ|প্রবেশাধিকার অস্বীকার.{0,12}|அணுக்கம் மறுக்க.{0,14}|പ്രവേശനം തടയ.{0,20}|પરવાનગી અસ્વીકાર|ປະຕິເສດການເຂົ້າເຖິງ|ปฏิเสธการเข้าถึง|অননুমোদিত|নিষিদ্ধ|(?:คุณ)?ถูกปฏิเสธการเข้า(?:ถึง|ใช้)|ไม่ได้รับอนุญาต|ห้ามเข้า|สิทธิ์ไม่เพียงพอ|წვდომა (?:აკრძალულია|შეზღუდულია|უარყოფილია)|აკრძალულ(?:ია|ი)|უნებართვო|մուտք(?:ն|ը)? արգելված է|արգելված է",
    r"(?:禁止|拒绝|拒絕)(?:访问|訪問|存取|瀏覽|浏览)?(?:请求的页面)?|(?:访问|訪問|存取)(?:被)?(?:拒绝|拒絕|禁止|受限)|(?:没有|沒有|无|無)(?:访问|訪問|存取)?(?:权限|權限)|未(?:授权|授權|經授權|经授权)|アクセスできません|アクセス(?:が)?(?:拒否|禁止|制限)(?:され(?:ました|ています))?|閲覧(?:が)?(?:禁止|制限)(?:されています)?|権限がありません|(?:認証|認可|承認)が必要(?:です)?|(?:접근|액세스|접속)(?:이|가)? ?(?:거부|금지|제한|불가)(?:됨|되었습니다|됐습니다)?|금지됨|권한 ?없음|인증되지 않음",
)
_HEADED = one_of(rf"{_NUMBER}(?:{_REFUSED.pattern})(?:[ (]*40[13])?\)?")


# By whoever stands between: a filter, a provider, an authority. Looked for where hardly anything else is said.
_SITE = r"(?:web ?|internet ?)?(?:site|page|domain|resource|url|content|location|address|portal)s?"
_BLOCKED = one_of(
    rf"^(?:sorry |attention |alert |warning |we're |but )*(?:(?:this|the|your|requested|web|internet|malicious|gambling) )*{_SITE}(?: (?:or contents?|that|which|you|your|are|have|tried|trying|attempting|attempted|wanted|requested|to|access|accessing|reach|visit|visiting|open|website|is|has|been|was|being|currently|temporarily|still|now|on|via|at|in))* (?:blocked|restricted|prohibited|banned|blacklisted|disabled|locked|filtered|violat|unavailable as it contains|belongs to pre-?defined)",
    rf"^(?:your |the )?(?:access|request|connection|response)(?: to (?:this|the|a|your|requested|malicious|web|online| )*{_SITE})?(?: (?:from|you|are|were|was|have|has|is|been|trying|to|visit|that|temporarily|currently|being))* (?:blocked|restricted|prohibited|forbidden|disabled|denied|not allowed|rejected)\b|you (?:have |are |were )?(?:tried|attempted|attempting|trying) to (?:access|reach|visit|open) (?:a|an|the) (?:web ?page which is in violation|forbidden|blocked|prohibited|restricted|malicious|banned)",
    r"^blocked by |\b(?:web|(?:web)?site|page|url|application|domain|content|dns|access) (?:is |was |has been )?block(?:ed|ing)\b|\bblocked (?:as per|in accordance with|pursuant to|by the (?:order|decision|directive))\b|\baccess to (?:it|that (?:web)?site) (?:is|has been) (?:blocked|disabled)|(?:web|content|url|dns|internet) filter(?:ing)?\b|^(?:the )?(?:web ?)?(?:site|page) (?:that )?you (?:are|were) (?:trying|attempting) to .{0,40}(?:illegal|not allowed|prohibited)|^access is (?:forbidden|prohibited|restricted)|violates? (?:network|company|the|our|your) (?:internet )?(?:usage |use )?policy|^(?:by|as per) (?:the )?(?:order|direction|instruction)s? (?:of|from)",
    r"(?:web)?(?:seite|site|adresse|domain)(?:n)? (?:ist|wurde|durch) .{0,40}(?:blockiert|gesperrt)|^zugriff (?:auf .{0,40} )?(?:blockiert|gesperrt)|(?:ce|cette|cet) (?:site|page|domaine|contenu|ressource)(?: web)? (?:est|a ete) .{0,20}(?:bloque|filtre|interdit)|^(?:l'acces|acces) a .{0,40}(?:bloque|interdit|restreint)",
    r"^(?:lo sentimos |esta |este |el |la |su )*(?:pagina|sitio|acceso|solicitud|aplicacion|dominio)(?: web| a .{0,30}| al que .{0,30})? ?(?:esta |ha sido |se encuentra |fue )?(?:bloquead|restringid|prohibid)[oa]|^(?:esta |este |o |a )*(?:pagina|site|sitio|acesso|conteudo)(?: web| a .{0,30})? ?(?:esta |foi )?(?:bloquead|restrit|proibid)[oa]|^(?:attenzione )?(?:questo |il |la |questa )?(?:sito|pagina|accesso)(?: web| internet| al .{0,30})? ?(?:e |e stato |e stata |sottoposto a )?(?:bloccat[oa]|oscurat[oa]|interdett[oa]|inibit[oa]|sequestr\w+|non raggiungibile)|^l'accesso al sito .{0,20}(?:interdetto|inibito|bloccato)",
    r"^(?:de |deze |toegang tot .{0,30} )?(?:web)?(?:site|pagina|toegang)? ?(?:is |wordt )?geblokkeerd|omdat de (?:web)?site die u .{0,40}illegaal|^(?:den |denna |har )*(?:sidan|webbplatsen|hemsidan) .{0,30}(?:blockerad|sparrad)|^(?:den |denne |dette )?(?:siden?|hjemmesiden?|nettstedet|nettsiden) (?:er|blev|ble|har) .{0,24}(?:blokeret|blokkert|sperret)|^(?:taman |tama )?(?:sivusto|sivun|paasy) .{0,30}estetty",
    r"^(?:ta |tej |ten )?(?:strona|witryna|dostep do .{0,30}) .{0,30}(?:zablokowan|zabronion)\w+|zabronionej witryny|^(?:tato (?:stranka|web)|(?:web|stranka)|pristup(?: k .{0,30})?) (?:je |bol |byl |bola |byla ).{0,50}(?:zablokovan|blokovan|zamedzen|zamezen)\w*|^(?:az |ez az )?(?:oldal|hozzaferes) .{0,30}(?:letiltva|letiltottak|blokkol\w+)|^acces\w* .{0,60}(?:restrictionat|blocat|interzis)|^(?:достъп\w*|сайт\w*|страниц\w*) .{0,60}(?:блокиран|ограничен|забранен)\w*",
    r"^(?:pristup|ov(?:aj|om) sajtu?|sajt|stranica|aplikacija) .{0,40}(?:zabranjen|blokiran|onemogucen)\w*|^(?:уважаемые .{0,60})?(?:(?:данный|этот|запрашиваемый|искомый|запрос\w*) )?(?:доступ|сайт|ресурс|страница|запрос|домен)(?: .{0,70})? (?:ограничен|заблокирован|запрещ[её]н|блокирован|внес[её]н в реестр)\w*|\bдоступ (?:к .{0,60} )?закрыт|^(?:(?:даний|цей) )?(?:доступ|сайт|ресурс)(?: .{0,60})? (?:обмежен|заблокован)\w*|^доступ да .{0,60}(?:заблакаван|абмежаван)\w*",
    r"erisime? engellen(?:di|mis)\w*|erisim(?:iniz)? (?:engellen|saglanama)\w*|^(?:maaf |mohon maaf )?(?:situs|website|laman|konten|akses|anda)(?: .{0,50})? (?:di ?blokir|terblokir|tidak (?:bisa|dapat) (?:di ?akses|dibuka)|dilarang|terlarang)|internet (?:positif|sehat)|bị chặn(?! thương)|(?:مسدود|فیلتر) (?:شده|گردیده)|(?:الموقع|الصفحة|الوصول) .{0,20}(?:محجوب|محظور)|(?:האתר|הגישה|הדף) .{0,20}(?:נחסמ|חסומ|חסום|נחסם)",
    r"(?:访问|訪問|网站|網站|域名|页面|請求|请求)(?:的.{0,4})?.{0,8}(?:被|已被)?(?:屏蔽|拦截|攔截|封停|阻止)|未(?:进行|取得)?.{0,8}备案|(?:サイト|ページ|アクセス)(?:は|が)?.{0,8}(?:ブロック|遮断)され|(?:사이트|접속|접근)(?:이|가|은|는)? ?.{0,8}차단|ถูก(?:ระงับ|ปิดกั้น|บล็อก)",
)


def refuses(line: str) -> bool:
    """Whether a line tells its reader that there is no right to read."""
    return _NO_RIGHT.search(fold(line[:240])) is not None


def may_refuse(line: str) -> bool:
    """The same, or no more than a word of it: for pages that have next to nothing else, or a form."""
    return refuses(line) or _MAY_REFUSE.search(fold(line)) is not None


def heads_with_refusal(*headings: str) -> bool:
    """Whether a heading, as a whole or beside the site's name, says that access is denied."""
    return says(_HEADED, headings)


def says_blocked(line: str) -> bool:
    """Whether a line says that the site, the page or the access to it is blocked."""
    return _BLOCKED.search(fold(line[:240]).strip(EDGES)) is not None
