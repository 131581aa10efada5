# ruff: noqa: E501 - a wording stays in one piece, so that it can be found and read
"""Wordings by which pages say that something stands between the reader and the text.

Headings are compared whole, so that a story *about* sign-in pages is none. All folded.
"""

import re

from citecheck.classify.not_found import EDGES, without_site_name
from citecheck.text import fold, one_of

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|[。！？।\n]")
_SEPARATOR = re.compile(r"\s+[|\-–—·•:/]\s+|\s*[|»«·•]\s*")

_CHALLENGE = one_of(
    r"just a moment",
    r"one moment,? please",
    r"please wait(?: a moment)?",
    r"checking (?:your browser|if the site connection is secure|the site connection).*",
    r"(?:please )?(?:verify|verifying|confirm)(?: that)? you(?: are|'re) (?:a )?(?:human|not a (?:ro)?bot).*",
    r"(?:.{0,30} )?are you (?:a )?(?:robot|human)",
    r"attention required",
    r"access to this page has been denied.*",
    r"pardon our interruption",
    r"(?:human|bot|browser|robot|security) (?:verification|check|challenge)",
    r"ddos[- ]guard",
    r"ddos protection.*",
    r"making sure you(?: are|'re) not a bot",
    r"i'?m not a robot",
    r"(?:the )?request(?:ed url was)? rejected.*",
    r"request unsuccessful.*",
    r"you have been blocked|sorry, you have been blocked|your (?:access|ip).{0,20} (?:has been|is) blocked.*",
    r"your access to this site has been limited.*",
    r"unusual traffic.*|.{0,40}unusual (?:traffic|activity) from your.*",
    r"captcha(?: challenge| verification)?|.{0,12}(?:访问|請求|请求|访问请求)(?:已)?被(?:阻断|拦截|攔截|拒绝|拒絕|阻止).{0,16}",
    r"(?:access denied )?.{0,80} used cloudflare to restrict access",
    r"(?:are you (?:a )?)?(?:robot or human|human or robot)|(?:press|activate|tap|click) (?:&|and) hold.*",
    r".{0,60}confirm that you(?:'re| are) (?:a )?human.*|.{0,40}prove (?:that )?you(?:'re| are) (?:a )?human.*",
    r"(?:bitte )?bestatigen sie,? dass sie (?:ein mensch|kein (?:ro)?bot(?:er)?) sind.*|sind sie ein (?:mensch|roboter)",
    r"sicherheitsuberprufung",
    r"(?:veuillez )?(?:verifie[rz]|confirme[rz]|prouve[rz]) que vous (?:etes|n.etes).{0,20}(?:humain|robot).*",
    r"(?:verifica|verifique|confirma|confirme|demuestra|demuestre) que (?:eres|es|no eres|no es|usted).{0,20}(?:human|robot).*",
    r"(?:verifica|conferma|dimostra) (?:di|che) .{0,20}(?:umano|robot).*|(?:verifique|confirme|prove) que .{0,20}(?:humano|robo).*",
    r"(?:bevestig|controleer) dat (?:u|je) (?:een mens|geen robot) bent.*|(?:potwierdz|zweryfikuj),? ze .{0,20}(?:robot|czlowiek).*",
    r"проверка (?:браузера|безопасности).*|(?:я|вы) не робот|(?:подтвердите|докажите),? что .{0,60}(?:робот|человек).*",
    r".{0,20}(?:ロボット|人間).{0,20}確認.*|(?:请)?(?:验证|确认|证明).{0,4}[您你](?:是|不是).{0,6}人.*|(?:安全|人机)验证|.{0,20}(?:로봇|사람).{0,12}(?:확인|인증).*",
    r"etes-vous un (?:robot|humain|etre humain)|jste (?:clovek|robot)|ste (?:clovek|robot)|क्या आप (?:इंसान|मनुष्य|रोबोट) हैं|kurze (?:sicherheits)?(?:uber)?prufung|sind sie ein (?:mensch|roboter)|sei un (?:umano|robot|essere umano)|(?:eres|es usted) (?:un )?(?:humano|robot)|voce e (?:um )?(?:humano|robo)|czy jestes (?:robotem|czlowiekiem)|(?:robot|insan) misiniz|bent u (?:een )?(?:mens|robot)|(?:вы|ты) (?:человек|робот)|(?:on|te) (?:ember|robot)(?: vagy)?|ar du en (?:manniska|robot)|er du (?:et menneske|en robot)|oletko (?:ihminen|robotti)|esti (?:om|robot)|είστε (?:ανθρωπος|ρομποτ)|هل أنت (?:إنسان|روبوت)|(?:האם )?אתה (?:אדם|רובוט)|あなたは(?:人間|ロボット)ですか|你是(?:人|机器人)吗",
)
# Lines of a page with little text that are not its heading: that is the host's name.
_CHALLENGE_LINE = one_of(
    r"verifying (?:that )?you are human|checking (?:if the site connection is secure|your browser before)",
    r"needs to review the security of your connection before proceeding",
    r"enable javascript and cookies to continue",
    r"(?:uberprufen|prufen|bestatigen sie|sicherstellen),? (?:kurz )?(?:ob|dass) sie (?:ein mensch|kein (?:ro)?bot(?:er)?) sind",
    r"(?:verifi(?:ons|ez)|confirm(?:ons|ez)|assur(?:ons|ez)[- ](?:nous|vous)|prouvez) que vous (?:etes (?:bien )?(?:un )?(?:etre )?humain|n'etes pas un ro?bot)",
    r"(?:comprob(?:ando|amos|ar)|verific(?:ando|amos|ar|a|ue)|confirm(?:ar|a|e)) (?:que|si) (?:usted |tu )?(?:(?:no )?(?:es|eres) un (?:robot|humano|bot)|(?:es|eres) humano)",
    r"(?:comprobando|verificando) (?:su|tu|o seu|seu) navegador|(?:verificando|confirmando|verifique|confirme) (?:se|que) (?:voce|o utilizador) (?:e (?:um )?(?:ser )?humano|nao e um robo)",
    r"(?:conferma|verifica|dimostra)(?:re)? (?:di non essere|che non sei|di essere|che (?:tu )?(?:sei|sia)) (?:un )?(?:robot|essere umano|umano)|(?:stiamo verificando|verifica del) (?:il tuo |tuo )?browser",
    r"(?:controleren|nagaan|bevestig(?:en)?) (?:of|dat) (?:u|je) (?:een mens|geen robot) bent|kontroller(?:ar|er|a) att du (?:ar en manniska|inte ar en robot)|bekraft[ae] att du (?:ar en manniska|inte ar en robot)",
    r"(?:bekraeft|bekreft),? at du (?:er et menneske|ikke er en robot)|(?:vahvista|varmista),? ett(?:a et ole robotti|a olet ihminen)",
    r"(?:potwierdz|sprawdzamy|upewniamy sie),? (?:ze|czy) (?:nie )?jestes (?:robotem|czlowiekiem)|(?:potvrdte|overte|overujeme),? (?:ze|zda) (?:nejste robot|jste clovek)",
    r"(?:potvrdite|dokazite|proveravamo|provjeravamo),? (?:da )?(?:li )?(?:niste robot|ste covek|ste covjek)|(?:erositse meg|igazolja),? hogy (?:on )?(?:nem robot|ember)|(?:confirmati|verificam) ca (?:nu sunteti (?:un )?robot|sunteti om)",
    r"(?:подтвердите|докажите|проверяем|убедиться),? что вы (?:не робот|человек)|проверка вашего браузера|проверяем ваш браузер",
    r"(?:підтвердіть|доведіть|перевіряємо),? (?:що|чи) ви (?:не робот|людина)|перевіряємо ваш браузер|(?:потвърдете|докажете),? че (?:не сте робот|сте човек)",
    r"robot olmadiginizi (?:dogrula|kanitla|onayla)|insan oldugunuzu (?:dogrula|kanitla|onayla)|(?:επιβεβαιωστε|αποδειξτε) οτι (?:δεν ειστε ρομποτ|ειστε ανθρωπος)",
    r"(?:تأكيد|التحقق من|إثبات|نتحقق من|تأكد من) أنك (?:لست روبوت|إنسان|بشر)|(?:אשרו|אמתו|הוכיחו) ש(?:אינכם רובוט|אתם בני אדם)",
    r"(?:provera|provjera) (?:pregledaca|preglednika|bezbednosti|sigurnosti|da (?:li )?(?:niste|ste) .{0,20})|(?:da li ste|jeste li) (?:covek|covjek|robot)|proveravamo (?:vas )?(?:pregledac|browser|preglednik)|potvrdite da (?:ste|niste) (?:covek|covjek|ljudsko bice|robot)|checking (?:that )?you(?:'re| are) not a bot",
    r"您的(?:访问|请求|訪問)已?被(?:阻断|拦截|攔截|拒绝|阻止)|(?:您|你)(?:是|不是)(?:真人|机器人|機器人)|(?:検証|確認)しています.{0,12}ロボット|ロボットではないこと|(?:로봇|봇)이 아님을|사람인지 확인",
    r"(?:show|prove|confirm) (?:us )?that you(?:'re| are) (?:not a robot|(?:a )?human)|(?:unusual|suspicious) (?:activity|traffic|requests?) from your|tick the box to (?:show|continue|prove)|cochez la case|marquez la case|marque la casilla|markieren sie das kastchen|merkitse ruutu|zaskrtnete (?:policko|ramecek)|zaznacz pole,? aby|kryssa i rutan|saet flueben|異常な(?:アクセス|トラフィック)|检测到异常(?:访问|流量)|बॉक्स पर निशान",
)
# What a host shows that is out of service and answers 200 all the same.
_DOWN = one_of(
    r"(?:(?:web)?site |we are |currently |temporarily )*(?:down for |under |in )?(?:scheduled |planned )?maintenance(?: mode| break| page)?",
    r"(?:the |this |our )?(?:web)?site is (?:currently |temporarily )?(?:down|offline|unavailable|undergoing|under).{0,60}maintenance",
    r"we(?:'ll| will) be (?:right )?back(?: soon| shortly)?|be right back",
    r"error establishing a database connection|(?:500 )?internal server error|(?:502 )?bad gateway|(?:504 )?gateway time-?out",
    r"(?:503 )?service (?:temporarily |is )?unavailable|temporarily (?:unavailable|down)|(?:web)?site (?:temporarily )?unavailable",
    r"wartungsarbeiten|wartungsmodus|wegen wartungsarbeiten.{0,40}|(?:site )?en (?:cours de )?maintenance|maintenance en cours|(?:sitio )?en mantenimiento|"
    r"(?:site |sito )?in manutenzione|(?:site )?em manutencao|(?:wegens |tijdens )?onderhoud(?:swerkzaamheden)?|przerwa techniczna|"
    r"(?:probiha |pravidelna )?(?:udrzba|odstavka)(?: systemu| webu)?|karbantartas(?: alatt)?|mentenanta|(?:teknisk )?underhall",
    r"(?:ведутся |идут )?(?:технические|профилактические) работы(?: на сайте)?|сайт на (?:обслуживании|реконструкции)|технічні роботи(?: на сайті)?|"
    r"(?:технички|tehnicki) (?:радови|radovi)|(?:sajt|stranica) (?:je )?(?:u|na) (?:odrzavanju|rekonstrukciji)|radovi na odrzavanju",
    r"(?:(?:веб-?)?сајт|(?:web ?)?(?:sajt|stranica)|портал|portal|sistem|систем) (?:је |je )?(?:тренутно |trenutno )?(?:(?:на|у|na|u) (?:фази |fazi )?(?:одржавању|odrzavanju|одржавања|odrzavanja)|недоступан|nedostup(?:an|na))|(?:редовно |redovno |техничко |tehnicko )?(?:одржавање|odrzavanje)(?: (?:сајта|система|sajta|sistema|stranice)| (?:је )?у току| (?:je )?u toku)*|(?:у току је |u toku je )(?:редовно |redovno )?(?:одржавање|odrzavanje).{0,30}",
    r"(?:site(?:miz)?|sistem(?:imiz)?|web sitemiz)?,? ?(?:su anda |gecici olarak )?(?:bakimda(?:dir|yiz)?|bakim calismasi(?: yapilmaktadir)?|bakim (?:modu|asamasinda))|планова профілактика|(?:πραγματοποιουνται )?εργασιες συντηρησης|(?:ο ιστοτοπος ειναι )?υπο συντηρηση|huoltokatko|hooldustood|(?:sites )?vedligeholdelse|vedlikehold|(?:الموقع )?تحت الصيانة|האתר בתחזוקה|(?:đang |hệ thống đang )?bảo trì(?: he thong)?|(?:situs )?dalam (?:perbaikan|pemeliharaan)",
    r"(?:fatal|parse|uncaught|database|db|application) (?:error|exception).*|error displaying the error page.*|(?:could not|cannot|can't|unable to|failed to) connect to (?:the )?(?:mysql|database).*|(?:database|db|mysql) connection (?:error|failed).*|error: connection failed.*",
    r"(?:sorry!? )?(?:this|the|our) (?:web)?site is (?:currently )?(?:experiencing|having) (?:some )?(?:technical )?(?:difficulties|problems).{0,40}|the website encountered an unexpected error.{0,40}|runtime error|server error in '/.{0,40}' application|(?:our |the )?servers? (?:is |are )?(?:currently |too |very )*(?:busy|overloaded)(?: right now| at the moment)?|too busy|upgrading|we are (?:currently )?upgrading .{0,40}|(?:system )?upgrade in progress",
    r"(?:service|site)(?: web)? (?:est )?(?:momentanement |temporairement |actuellement )?(?:indisponible|surcharge|inaccessible)(?: momentanement| temporairement)?|erreur de (?:connexion a la )?base de donnees|datenbankfehler|(?:keine|fehler bei der) verbindung (?:zur|mit der) datenbank|(?:der )?server (?:ist )?(?:derzeit |momentan )?uberlastet|(?:die |diese )?(?:seite|website|webseite) ist (?:derzeit|momentan|vorubergehend|zurzeit) nicht (?:erreichbar|verfugbar)(?: .{0,20})?",
    r"error al (?:establecer|conectar) .{0,30}base de datos|(?:servicio|sitio)(?: web)? (?:temporalmente |momentaneamente )?(?:no disponible|fuera de servicio)(?: temporalmente)?|erro ao (?:estabelecer|conectar) .{0,30}(?:banco|base) de dados|(?:servico|site) temporariamente indisponivel|errore (?:di |nello stabilire una )?connessione al database|(?:servizio|sito) temporaneamente non disponibile|eroare (?:la conectarea|de conexiune) (?:la|cu) baza de date|(?:site(?:-ul)? )?(?:este )?(?:temporar indisponibil|in mentenanta)",
    r"(?:de |deze )?(?:site|website|dienst) is (?:tijdelijk|momenteel) niet (?:beschikbaar|bereikbaar)|databasefout|(?:sidan|siden|webbplatsen|nettstedet|hjemmesiden) (?:ar|er) (?:tillfalligt|midlertidigt?|for tillfallet) .{0,20}(?:nere|nede|stangd|stengt|lukket|utilgaengelig|utilgjengelig|otillganglig)|(?:sivusto|palvelu) on (?:tilapaisesti |valiaikaisesti )?(?:huollossa|poissa? kaytosta)|(?:trwaja )?prace (?:techniczne|konserwacyjne|serwisowe)|blad (?:polaczenia z )?baz[ay] danych|(?:chyba|problem) (?:pripojeni|spojeni) .{0,12}databaz.{0,3}|(?:web|stranky|system) (?:je |jsou )?docasne (?:nedostupn[yae]|mimo provoz)|adatbazis ?(?:kapcsolati )?hiba|(?:az )?oldal (?:atmenetileg|jelenleg) nem elerheto",
    r"ошибка (?:подключения|соединения|установки соединения) (?:к|с) (?:базой|базе) данных|ошибка базы данных|сервер (?:временно )?(?:перегружен|недоступен)|(?:сайт|сервис) временно (?:недоступен|не работает)|помилка (?:підключення|з'єднання) (?:до|з) (?:бази|базою) даних|сайт тимчасово (?:недоступний|не працює)|(?:сайтът|системата) е (?:в|на) (?:профилактика|поддръжка|ремонт)|(?:планирана |техническа )?(?:поддръжка|профилактика)|(?:greska|problem) (?:pri|sa) .{0,20}baz(?:om|i|e) podataka|(?:sajt|stranica) (?:je )?privremeno (?:nedostupan|nedostupna|ne radi)|σφαλμα (?:συνδεσης )?(?:με τη )?βασης? δεδομενων",
    r"(?:leht|sait|veebileht|susteem) on hoolduses|hooldus(?:tood)?|(?:notiek )?(?:tehniskie|apkopes) darbi|(?:vyksta|atliekami) (?:techniniai|prieziuros|profilaktikos) darbai|(?:მიმდინარეობს )?(?:ტექნიკური|პროფილაქტიკური) (?:სამუშაოები|სამუშაო)(?: მიმდინარეობს)?|(?:կայքը |համակարգը )?(?:գտնվում է )?տեխնիկական (?:սպասարկման|աշխատանքներ).{0,20}",
    r"(?:(?:سایت|وب ?سایت|سامانه) )?در (?:دست|حال) (?:تعمیر(?:ات)?|به ?روز ?رسانی)(?: است| می باشد)?|(?:(?:الموقع|الخدمة|النظام) )?(?:تحت|قيد) (?:ال)?صيانة|صيانة (?:الموقع|دورية|مجدولة)|خطأ في الاتصال بقاعدة البيانات|(?:האתר|המערכת) (?:נמצאת? )?ב(?:תחזוקה|שיפוצים)|עבודות תחזוקה|(?:(?:साइट|वेबसाइट|सेवा) )?(?:का )?रखरखाव(?: (?:में|के लिए बंद|कार्य|जारी))*(?: है)?",
    r"(?:(?:situs|website|halaman|sistem)(?: ini)? )?(?:sedang )?(?:dalam )?(?:pemeliharaan|perbaikan|perawatan)(?: sistem)?|(?:(?:trang web|website|hệ thống) )?(?:đang )?(?:được )?(?:bảo trì|nâng cấp)|(?:เว็บไซต์|ระบบ)?(?:นี้)?(?:อยู่ระหว่าง|กำลัง)?(?:การ)?(?:ปิด)?ปรับปรุง(?:ระบบ|ชั่วคราว|เว็บไซต์)?",
    r"(?:服务器|伺服器|系统|系統|网站|網站)(?:正?忙|繁忙|过载|過載|忙碌|维护|維護|升级|升級)中?|(?:网站|系统)正在(?:升级|维护)中?|数据库(?:连接)?错误|資料庫(?:連線)?錯誤|データベース(?:接続)?エラー|(?:ただいま)?アクセスが集中し.{0,16}|서버 ?(?:과부하|점검|오류)|접속자가 많.{0,20}|데이터베이스 .{0,10}오류",
    r"(?:ただいま|現在)?(?:システム)?メンテナンス中(?:です)?|(?:网站|系统)?(?:正在)?维护中?|(?:시스템|서비스|서버)? ?점검 ?(?:중|안내)(?:입니다)?",
    r"nede for vedlikehold|ned(?:e|stengt)? (?:pa grunn af|pga) vedlikehold|(?:sajt je |sajt )?u izradi(?: i odrzavanju)?|сајт је у изради(?: и одржавању)?|torniamo (?:subito|presto)|(?:il )?(?:servizio|sito) (?:e )?in manutenzione.{0,24}|(?:forum |site )?(?:is )?closed for maintenance|even geduld(?: a\.?u\.?b\.?)?|het is druk op (?:onze|de) (?:site|website)|(?:forum|serwis|strona) (?:jest )?(?:chwilowo|tymczasowo|czasowo) (?:wylaczon[aey]|niedostepn[aey]).{0,50}|wir sind (?:gleich|bald) zuruck.{0,20}|nous (?:serons de retour|revenons) (?:bientot|vite).{0,20}|volvemos (?:pronto|enseguida)|voltamos (?:ja|em breve)|мы скоро вернемся|скоро вернемся|ми скоро повернемось|vi er (?:snart )?tilbage.{0,20}|vi ar (?:snart )?tillbaka.{0,20}|palaamme (?:pian|kohta)|hamarosan visszaterunk|revenim (?:curand|imediat)|brzo se vracamo|враћамо се (?:ускоро|брзо)|yakinda (?:donecegiz|buradayiz)",
    r"notiek (?:apkope|apkopes darbi)|εκτος λειτουργιας|απο συντηρηση|(?:sajt|systemet|sidan) (?:ar )?ur funktion|(?:ute|ude) av drift|fuori servizio|fuera de servicio|hors service|buiten gebruik|ausser betrieb|nedostupne|mimo provoz|nem uzemel",
    r"(?:5\d\d[ .:–-]*)?(?:internal (?:server )?error|interner (?:server)?fehler|erreur interne(?: du serveur)?|erro(?:r)? interno(?: d[oe]l? servidor)?|erro do servidor(?: interno)?|errore interno(?: (?:al|del) server)?|interne (?:server|bediener)?fout|internt? (?:server ?|tjener)?fe(?:jl|il|l)|(?:sisainen (?:palvelin)?|palvelin)virhe|(?:serveri )?sisemine viga|innri (?:netþjons|vefþjons)?villa|wewnetrzny blad(?: serwera)?|blad (?:wewnetrzny )?serwera|(?:interni|interna|vnitrni|vnutorna) chyba(?: servera?u?)?|belso (?:szerver)?hiba|eroare interna(?: (?:a|de) server(?:ului)?)?|error (?:intern(?: del servidor)?|del servidor intern)|barneko (?:zerbitzari-)?errorea?|gwall gweinydd mewnol|gabim i brendshem(?: i serverit)?|vidine (?:serverio )?klaida|iekseja (?:servera )?kluda)(?:[ (]*5\d\d\)?)?",
    r"(?:5\d\d[ .:–-]*)?(?:вътрешна грешка(?: на сървъра)?|(?:интерна|унутрашња|interna|unutrasnja) greska(?: (?:na )?(?:servera|serveru|posluzitelja))?|(?:interna|notranja) napaka(?: streznika)?|napaka notranjega streznika|внатрешна (?:серверска )?грешка(?: на серверот)?|внутренняя ошибка(?: сервера)?|внутрішня помилка(?: сервера)?|унутраная памылка(?: сервера)?|(?:сервердің )?ішкі қате(?:сі)?|εσωτερικο σφαλμα(?: (?:του )?διακομιστη)?|(?:ic |dahili )(?:sunucu )?hata(?:si)?|sunucu hatasi|daxili (?:server )?xəta(?:sı)?|kesalahan (?:internal|dari dalam)(?: server)?|kesalahan server(?: internal)?|ralat (?:pelayan )?dalaman(?: pelayan)?|lỗi (?:từ )?(?:máy chủ|bên trong)(?: nội bộ)?)(?:[ (]*5\d\d\)?)?",
    r"(?:5\d\d[ .:–-]*)?(?:خطأ (?:داخلي )?(?:في|ب)(?: ?ال)?خادم(?: الداخلي)?|خطأ داخلي|خطای داخلی(?: سرور)?|שגיא(?:ה|ת) (?:שרת )?פנימית(?: בשרת)?|اندرونی (?:سرور کی )?خرابی|आंतरिक (?:सर्वर )?त्रुटि|অভ্যন্তরীণ (?:সার্ভার )?ত্রুটি|เกิดข้อผิดพลาดภายในเซิร์ฟเวอร์|ระบบภายในเกิดข้อผิดพลาด|(?:სერვერის )?შიდა (?:სერვერის )?შეცდომა|(?:սերվերի )?ներքին (?:սերվերի )?սխալ|内部(?:サーバー?)?エラー|(?:服务器|伺服器)?[内內]部(?:服务器|伺服器|服務器)?(?:错误|錯誤)|(?:서버 )?내부 (?:서버 )?오류)(?:[ (]*5\d\d\)?)?",
    r"(?:dienst|service) nicht verfugbar|service indisponible|servicio no disponible|servico (?:nao disponivel|indisponivel)|servizio non disponibile|dienst niet beschikbaar|tjeneste[nr]? (?:er )?(?:ikke tilg[ae]+ngelig|ikke tilgjengelig|utilgjengelig|utilgaengelig)|tjansten (?:ar )?(?:inte tillganglig|otillganglig)|palvelu ei (?:ole )?(?:saatavilla|kaytettavissa)|teenus (?:pole|ei ole) saadaval|(?:serwis|usluga) (?:jest )?(?:niedostepn[ya])|sluzba (?:je )?(?:nedostupna|neni dostupna)|szolgaltatas nem (?:erheto el|elerheto)|serviciu(?:l)? (?:este )?indisponibil|услугата (?:е )?недостъпна|usluga (?:je )?nedostupna|servis (?:je )?nedostupan|storitev ni na voljo|(?:сервис|служба) недоступ(?:ен|на)|сервіс недоступний|(?:η )?υπηρεσια (?:ειναι |δεν ειναι )?(?:μη )?διαθεσιμη|(?:hizmet|servis) kullanilamiyor|xidmət əlçatan deyil|(?:layanan|perkhidmatan) tidak tersedia|dịch vụ không khả dụng|الخدمة غير متاحة|سرویس در دسترس نیست|השירות אינו זמין|सेवा अनुपलब्ध|บริการไม่พร้อมใช้งาน|サービス(?:は|を)?利用(?:できません|不可)|服[务務](?:不可用|無法使用|暂时不可用)|서비스(?:를)? ?(?:불가(?:능)?|사용할 수 없(?:음|습니다))",
    r"(?:50[24][ .:–-]*)?(?:(?:bad|invalid) gateway|mauvaise passerelle|passerelle (?:incorrecte|par defaut)|expiration passerelle|ошибка шлюза|шлюз не отвечает|помилка шлюзу|шлюз не відповідає|gateway (?:invalido?|non valido|ungultig|verlopen|zeituberschreitung)|(?:fehlerhaftes|ungultiges|ongeldige|ugyldig) gateway|(?:gateway[- ])?time-?out (?:del|do|de la) gateway|puerta de enlace (?:no valida|incorrecta)|(?:tiempo limite|tempo limite) .{0,20}(?:gateway|enlace)(?: excedido)?|blad bramki|przekroczenie (?:limitu )?czasu bramki|hibas atjaro|atjaro idotullepes|gateway-tiden er utlopt|gateway yang buruk|batas waktu gateway|(?:无效|無效)(?:的)?(?:网关|閘道)|(?:网关|閘道)(?:超时|逾時)|게이트웨이 (?:불량|시간 ?초과))",
    r"(?:the )?server (?:has )?(?:met|encountered) an? .{0,20}(?:error|condition)|le serveur a rencontre une .{0,10}(?:erreur|condition).{0,20}|der server hat einen .{0,20}fehler .{0,20}|el servidor ha encontrado una? (?:error|condicion).{0,20}|o servidor encontrou uma? (?:erro|condicao).{0,20}|il server ha (?:incontrato|riscontrato) una? (?:errore|condizione).{0,20}|de server ondervond een .{0,30}|serwer napotkal .{0,20}(?:blad|stan)|a szerver varatlan hibat .{0,12}|serveren motte en uventet .{0,12}|server mengalami kondisi .{0,24}|serverul a intalnit .{0,30}|на сервер[еі] (?:произошла|сталася) .{0,20}(?:ошибка|помилка)|произошло что-то неожиданное на сервере|на сервері відбулось щось неочікуване|服务器遇到了?.{0,12}|interner server-fehler",
    r"(?:servizio |sito )?sospeso per manutenzione|off air(?: for the moment)?|wir (?:raumen|ziehen) gerade um",
)
# The root of the word, for pages that are a host's only one.
_MAINTENANCE = one_of(
    r"mainten|manutenz|mantenim|manutenc|wartung|onderhoud|underhall|vedligehold|vedlikehold|huolto|udrzb|odstavk|karbantart|mentenan|konserwac|"
    r"техническ\w{1,3} работ|обслуживани|профилакти|обслуговуванн|технічн\w{1,3} робо|odrzavanj|vzdrzevan|\bbakim|συντηρησ|صيانة|תחזוק|در دست تعمیر|रखरखाव|রক্ষণাবেক্ষণ|பராமரிப்பு|"
    r"instandhouding|абслугоўв|обновява|cynnal a chadw|administrado|vedlikehald|mantent?ze-?lan|mantement|viðhald|تعمیر|دیکھ بھال|техникалы|техникал|одржувањ|penyelengg?a?raan|ساتنې|ប្រតិបត្តិ|ປັບປຸງ|ปรับปรุง|texniki bax|ta'mir|засвар|mirembajt|matengenezo|"
    r"ปิดปรับปรุง|bảo trì|pemeliharaan|メンテナンス|维护|維護|점검|hooldus|apkop|prieziur|ტექნიკური სამუშ|սպասարկ",
)
# That it is for a while only: what has ended for good is not so just now.
_FOR_NOW = one_of(
    r"\b(?:currently|temporarily|right now|at the moment|for the moment|momentarily|back (?:up )?(?:soon|shortly)|derzeit|momentan|zurzeit|zur zeit|voruberge?hend|gerade|pour (?:le moment|l'instant)|actuellement|momentanement|temporairement|bientot de retour|de retour (?:bientot|sous peu)|en este momento|por el momento|temporalmente|actualmente|momentaneamente|de momento|neste momento|temporariamente|atualmente|al momento|temporaneamente|momenteel|tijdelijk|op dit moment)\b",
    r"\b(?:for (?:tillfallet|tiden|augneblinken|ojeblikket|oyeblikket)|just nu|lige nu|akkurat na|tillfalligt|midlertidigt?|talla hetkella|tilapaisesti|hetkel|ajutiselt|aktualnie|chwilowo|tymczasowo|obecnie|momentalne|docasne|aktualne|jelenleg|atmenetileg|momentan|in acest moment|temporar|trenutno|privremeno|тренутно|привремено|в момента|временно|в данный момент|сейчас|зараз|тимчасово|προσωρινα|αυτη τη στιγμη|su anda|gecici olarak|hazirda|hozir|saat ini|buat masa ini|dabar|laikinai|siuo metu|pagaidam|islaicigi|sobran)\b",
    r"حاليا|مؤقتا|در حال حاضر|موقتا|כרגע|באופן זמני|फिलहाल|इस समय|فی الحال|বর্তমানে|hiện đang|tạm thời|ขณะนี้|ชั่วคราว|現在|ただいま|一時的|しばらくお待ち|现在|目前|暂时|暫時|稍后|稍後|현재|잠시|일시적",
)
_BREAKDOWN = re.compile(
    r"(?:php )?(?:fatal error|parse error|warning|catchable fatal error)\W.{0,200}(?:on line \d|uncaught|stack trace|in /)|"
    r"error: error displaying the error page|(?:could not|cannot|unable to|failed to) connect to (?:the )?(?:mysql|database)|"
    r"traceback \(most recent call last\)|uncaught (?:exception|error)\W|sqlstate\[|(?:mysqli?|pdo)(?:_connect\(\)|exception)"
)
_LOGIN = one_of(
    r"(?:log|sign)[ -]?in (?:or (?:register|sign up|create an account)|required)|you (?:must|need to|have to) (?:be logged in|(?:log|sign) in).{0,40}|(?:enter|what'?s) your e?-?mail(?: address)?(?: to (?:continue|sign in|log in))?|(?:sign|log) in to (?:continue|read|view|your account).{0,40}",
    r"(?:抱歉,? ?)?(?:您|你)(?:还没有|還沒有|尚未|还未|需要|必须|必須)(?:登录|登錄|登入).{0,20}|请(?:先)?登录.{0,10}|請(?:先)?登入.{0,10}|ログインが必要です.{0,10}|ログインしてください|로그인이 필요.{0,10}|로그인 (?:해 ?주세요|하세요)|سجل الدخول.{0,30}|(?:يجب|يرجى|الرجاء) (?:عليك )?تسجيل الدخول.{0,30}|(?:נדרשת|יש) (?:ל?התחבר(?:ות)?).{0,20}|כניסה(?: לחשבון)?",
    r"(?:log ind|logga in|logg inn|kirjaudu sisaan|zaloguj sie|prihlaste sa|prihlaste se|prijavite se|пријавите се|увійдіть|войдите|inicie sesion|inicia sesion|inicia la sessio|faca login|accedi|inloggen|melden sie sich an|jelentkezzen be|autentificati-va|conectati-va|влезте|συνδεθειτε|giris yapin|logi sisse|prisijunkite|piesledzieties|masuk|đăng nhập)(?:,? (?:for|for at|for a|att|aby|da biste|da bi|чтобы|щоб|за да|para|per|um|om|a|ca|la|на|u|pe|du|til|till|pour|in|i|do|med|με|για|sua|tu|su|il|konto|nalog).{0,50})?",
    r"(?:please )?(?:log|sign)[ -]?(?:in|on)(?: (?:to|or|with|required).{0,40})?",
    r"(?:members?|users?|account|subscriber) (?:login|sign[ -]?in|area)",
    r"login (?:required|page|to continue)",
    r"authentication required|authorization required|account required",
    r"anmelden|anmeldung|einloggen|login erforderlich|bitte (?:melden sie sich an|anmelden|einloggen).*",
    r"connexion|se connecter|identifiez-vous|s'identifier|connectez-vous.*",
    r"iniciar sesion|inicia sesion.*|acceder|identificarse|identificacion",
    r"iniciar sessao|entrar|fazer login|accedi|accesso|accesso riservato|inloggen|aanmelden",
    r"logga in|log ind|logg inn|kirjaudu(?: sisaan)?|zaloguj sie|logowanie|prihlaseni|prihlasit se|prihlasenie",
    r"bejelentkezes|autentificare|вход|войти|вход в систему|авторизация|увійти|вхід|"
    r"пријава|пријавите се|prijava|prijavite se|prijavi se|συνδεση|εισοδος|giris(?: yap)?|uye girisi",
    r"(?:this (?:page|area|part of the site) is )?(?:for )?(?:registered )?(?:members|users) only(?: area| content)?|nur fur (?:mitglieder|registrierte .{0,20})|reserve aux membres|solo para (?:socios|miembros|usuarios registrados)|(?:กรุณา|โปรด)?(?:เข้าสู่ระบบ|ล็อกอิน|ลงชื่อเข้าใช้)(?:ก่อน)?.{0,20}|(?:เฉพาะ|สำหรับ)สมาชิก(?:เท่านั้น)?|(?:vui lòng )?đăng nhập.{0,30}|(?:silakan )?(?:masuk|login) (?:dulu|terlebih dahulu|untuk .{0,20})|khusus anggota|(?:कृपया )?लॉग ?इन करें|केवल सदस्यों के लिए|შესვლა|ავტორიზაცია|մուտք|(?:لطفا )?وارد (?:شوید|حساب .{0,20})|লগ ?ইন",
    r"تسجيل الدخول|התחברות|ورود|ログイン|サインイン|登录|登入|로그인|đăng nhập|masuk|log masuk|เข้าสู่ระบบ",
    r"area riservata|solo per (?:soci|membri|utenti registrati)|(?:kun|bare) for medlemmer|endast for medlemmar|vain jasenille|csak (?:klub)?tagok(?:nak)?|samo za (?:clanove|registrovane|registrirane).{0,16}|samo za clane|yalnız üzvlər üçün|alleen voor leden|требуется (?:вход|авторизация)|только для (?:участников|членов|зарегистрированных).{0,20}|лише для (?:учасників|членів|зареєстрованих).{0,20}|само за (?:чланови|членове).{0,20}|ozel kanal|(?:sadece|yalnizca) uyeler(?:e|imize)?(?: ozel)?|(?:geschutzter|interner) bereich|mitgliederbereich|brak dostepu|tylko dla (?:czlonkow|zalogowanych)|(?:jen|pouze) pro (?:cleny|prihlasene)|len pre (?:clenov|prihlasenych)|acces (?:reserve|restreint)(?: aux .{0,20})?|μονο για μελη|doar pentru membri|tikai biedriem|tik nariams|ainult liikmetele|vetem per anetaret|for medlemmer",
    r"للأعضاء فقط|(?:منطقة|محتوى) (?:ال)?أعضاء|לחברים בלבד|ورود لازم است|(?:فقط|مخصوص) (?:برای )?اعضا|لاگ ?اِ?ن کریں|صرف (?:اراکین|ممبران) کے لیے|մուտք գործեք|միայն անդամների համար|მხოლოდ წევრებისთვის|শুধু(?:মাত্র)? সদস্যদের জন্য|உறுப்பினர்களுக்கு மட்டும்|会員(?:限定|専用)|仅限会员|會員(?:限定|專區)|会员专区|회원 ?전용(?:입니다)?|chỉ dành cho thành viên",
    r"(?:chỉ )?dành (?:riêng )?cho (?:hội viên|thành viên)|private (?:channel|group|area)|(?:apenas|so|somente) (?:para )?(?:colaboradores|membros|socios|assinantes registados)|logga in for att (?:lasa|fortsatta)|(?:trade|registered) customers only|canal privado|(?:groupe|canal) prive",
    r"vous n'etes pas connecte|identifiez-vous pour .{0,30}|tikai (?:kluba )?(?:biedriem|klubam)",
)
_CONSENT_HEADING = one_of(
    r"before you continue(?: to .{0,40})?",
    r"we (?:value|care about|respect) your privacy(?: and .{0,60}|:.{0,60})?",
    r"your privacy(?: choices| settings| matters.*)?|privacy (?:settings|preferences|preference cent(?:er|re)|gate)",
    r"(?:cookie|consent)s? (?:consent|wall|settings|preferences|notice|policy agreement|check|gate)",
    r"(?:please )?(?:accept|agree to|manage)(?: our)?(?: use of)? cookies.*|this (?:site|website) uses cookies",
    r".{0,60} family of brands|.{0,60} and (?:its|our) (?:\d+ )?partners(?: (?:use|need|ask|store|process|would|want|value|respect)\b.*)?",
    r"(?:bevor sie|ehe sie) (?:fortfahren|weiter).*|wir (?:schatzen|respektieren) ihre privatsphare.*|"
    r"datenschutz-?einstellungen|zustimmung|einwilligung|ihre privatsphare.*|.{0,40}mit werbung (?:weiter)?lesen.*|.{0,20}(?:weiter)?lesen.{0,20} mit werbung.*",
    r"avant de continuer.*|votre (?:vie privee|consentement).*|gestion (?:des cookies|du consentement)|"
    r"nous respectons votre vie privee.*",
    r"antes de (?:continuar|ir a).*|tu privacidad.*|valoramos (?:tu|su) privacidad.*|"
    r"prima di continuare.*|la tua privacy.*|voordat je verdergaat.*|jouw privacy.*|cookie-?instellingen|"
    r"ga verder naar .*|innan du fortsatter.*|for du fortsetter.*|zanim przejdziesz.*|прежде чем продолжить.*",
)
_CONSENT_TEXT = one_of(
    r"(?:accept|allow|agree to|reject|manage|decline)(?: all| our| the)*(?: use of)? cookies",
    r"(?:accept|reject|agree to|consent to) all|i (?:accept|agree|consent)|manage (?:my )?(?:preferences|options|choices|settings)",
    r"store and/or access information on a device|process(?:ing)? (?:your )?personal data|our (?:\d+ )?partners",
    r"alle (?:cookies )?akzeptieren|(?:allen? )?(?:cookies )?zustimmen|akzeptieren und weiter|mit werbung",
    r"(?:tout accepter|accepter et (?:continuer|fermer)|accepter (?:les|tous les) cookies|continuer sans accepter)",
    r"aceptar (?:todo|todas|y continuar|cookies|las cookies)|aceitar (?:tudo|todos|cookies)",
    r"accetta (?:tutti|tutto|e continua|i cookie)|alles accepteren|alle cookies accepteren|akkoord",
    r"acceptera (?:alla|cookies)|accepter alle|godta alle|godta|hyvaksy (?:kaikki|evasteet)|akceptuj[ee]|"
    r"zgadzam sie|przejdz do serwisu|souhlasim|prihvati|prihvatam|принять (?:все|файлы cookie)|同意|すべて同意",
    r"acceptez les cookies pour (?:acceder|continuer|lire|poursuivre)|akzeptieren sie (?:die )?cookies,? (?:und|oder|um) .{0,30}(?:weiterlesen|lesen|abo)|accetta (?:i cookie|tutti)[^.]{0,30}(?:o|oppure) abbonati|acepta(?:r)? (?:las )?cookies (?:o|para) (?:suscri|leer|continuar|acceder)",
)
_PAYWALL = one_of(
    r"subscribe (?:now )?(?:to|and) (?:continue|keep|read|unlock|get full access).{0,30}",
    r"(?:this|the) (?:article|story|content|page|post|edition|issue|episode|report|column) is (?:only )?(?:for|available (?:only )?(?:to|for)|reserved for|exclusive to)"
    r"(?: our)?(?: paying| paid)? (?:subscriber|member)s?",
    r"(?:already a|become a) (?:subscriber|member)\?? .{0,40}(?:continue|read|unlock|access)",
    r"to (?:continue reading|read (?:the|this) (?:full |rest |whole )?.{0,20}),? (?:please )?(?:subscribe|sign up|buy)",
    r"(?:you(?:'ve| have) (?:reached|read|used)) (?:your|all).{0,30}(?:free|limit).{0,30}(?:article|stor)",
    r"subscriber[s]?[- ](?:only|exclusive)|(?:unlock|read) this (?:article|story) (?:for|with) ",
    r"(?:dieser|der|den) (?:artikel|beitrag|inhalt|vollstandigen artikel) .{0,30}(?:abonnenten|abonnement|mit einem abo|plus-abo)",
    r"(?:nur|exklusiv) fur (?:abonnenten|abonnentinnen|plus-|mitglieder)|jetzt weiterlesen (?:mit|fur)|weiterlesen mit .{0,20}(?:abo|plus|\+)",
    r"(?:cet |l')?article (?:est )?reserve (?:a nos|aux) abonnes|(?:la suite|l'integralite).{0,40}abonnes|"
    r"abonnez-vous pour (?:lire|continuer|acceder)",
    r"(?:contenido|articulo|noticia) (?:exclusiv[oa]|solo|reservad[oa]) (?:para )?(?:suscriptores|socios)|"
    r"suscribete para (?:seguir|continuar|leer)",
    r"(?:conteudo|materia|artigo) (?:exclusiv[oa]|restrit[oa]) (?:para|a) assinantes|assine para (?:ler|continuar)",
    r"(?:articolo|contenuto) (?:riservato|esclusivo) (?:agli|per gli) abbonati|abbonati per (?:leggere|continuare)",
    r"(?:alleen|exclusief) voor abonnees|las (?:hela )?artikeln? som (?:prenumerant|plus)|kun for abonnenter|"
    r"for abonnenter|vain tilaajille|tylko dla (?:prenumeratorow|subskrybentow)|"
    r"(?:только|доступно) (?:для|по) подписчик|(?:тільки|лише) для передплатників|само за претплатнике|"
    r"samo za pretplatnike|pouze pro predplatitele|会員限定|有料会員限定|この記事は有料|订阅后?(?:阅读|继续)|구독자 전용",
    r"weiterlesen mit [\w-]{0,24}(?:plus|\+)|(?:jetzt )?abonnieren,? (?:und|um) weiter ?zu ?lesen|(?:cet|l') ?article est reserve (?:a nos |aux )(?:seuls )?abonnes|il vous reste .{0,20} (?:de cet article )?a lire",
    r"suscribase .{0,40}para (?:seguir|continuar) leyendo|(?:este )?(?:articulo|contenido) (?:es |esta )?(?:solo|unicamente|disponible solo) para (?:nuestros )?suscriptores",
    r"(?:ten |ta )?(?:artykul|tekst|tresc) (?:jest )?(?:dostepn[yae]|przeznaczon[yae]) (?:tylko|wylacznie) dla (?:naszych )?(?:prenumeratorow|subskrybentow|abonentow)",
    r"(?:detta|det har) ar en last artikel|bli prenumerant for att (?:lasa|fortsatta)(?: lasa)?(?: vidare)?|(?:artikeln ar|endast|bara) for (?:dig som ar )?prenumerant(?:er)?|(?:bliv|bli) abonnent (?:for|og) .{0,20}(?:laese?|lese) (?:videre|hele)|(?:artiklen|artikkelen) er (?:kun )?for abonnenter",
    r"(?:ovaj|ovo) (?:tekst|clanak|sadrzaj) (?:je )?(?:dostup(?:an|no) )?(?:je )?(?:samo|iskljucivo) (?:za )?(?:nase )?pretplatni(?:ke|cima)|pretplatite se (?:da biste|za nastavak|kako biste) .{0,30}(?:cita)\w*",
    r"(?:этот |данный )?(?:материал|текст|статья|контент) (?:доступ(?:ен|на|но) )?только (?:для )?(?:наших )?(?:подписчик(?:ам|ов)|по подписке)|доступно только подписчикам|оформите подписку,? чтобы (?:читать|прочитать|продолжить).{0,16}",
    r"(?:цей |ця )?(?:матеріал|текст|стаття) (?:доступн(?:ий|а|о) )?(?:лише|тільки) (?:для )?передплатник(?:ам|ів)|(?:оформіть передплату|передплатіть),? щоб (?:читати|продовжити).{0,12}|(?:статията|съдържанието|тази статия) е (?:достъпн[ао] )?само за абонати",
    r"(?:tama )?(?:artikkeli|juttu|sisalto) on (?:vain |ainoastaan )?tilaajille|(?:ez a |a )?(?:cikk|tartalom|iras) (?:teljes )?(?:csak|kizarolag) (?:az? )?elofizetok(?:nek|nek szol)(?: olvashato| erheto el| elerheto)?",
    r"(?:tento )?(?:clanek|text|obsah) (?:je )?(?:dostupny )?(?:pouze|jen) pro predplatitele|(?:acest )?(?:articol|continut) (?:este )?(?:disponibil )?(?:doar|numai|exclusiv) (?:pentru )?abonati(?:lor)?",
    r"(?:αυτο )?(?:το )?(?:αρθρο|περιεχομενο) (?:ειναι )?(?:διαθεσιμο )?(?:μονο|αποκλειστικα) για (?:τους )?συνδρομητες|bu (?:haber|yazi|icerik) (?:sadece|yalnizca) aboneler(?:e ozel|imize|e acik)?(?:dir)?",
    r"(?:este |esta )?(?:artigo|conteudo|materia|texto|noticia) (?:e )?(?:exclusiv[oa]|reservad[oa]) (?:para|a|aos) (?:assinantes|subscritores)|(?:verder lezen\? )?word (?:nu )?abonnee(?: om .{0,10}(?:te lezen))?|(?:dit artikel is )?(?:alleen|exclusief) voor abonnees|pokracovani (?:clanku |textu )?(?:je )?(?:jen|pouze) pro predplatitele|(?:a )?cikk (?:folytatasa|tovabbi resze) (?:csak )?elofizetoknek(?: szol)?|fizess(?:en)? elo (?:es|hogy) .{0,20}",
    r"(?:유료|정기) ?(?:구독자|회원) ?전용(?: 기사| 콘텐츠)?(?:입니다)?|구독하고 (?:계속|이어서) 읽기|(?:artikkel|lugu|sisu) on (?:loetav |kattesaadav )?(?:vaid|ainult|uksnes) tellija(?:le|tele)|telli ja loe edasi|(?:raksts|saturs) (?:ir )?(?:pieejams )?tikai abonentiem|abone,? lai lasitu.{0,10}|(?:straipsnis|turinys) (?:skirtas |prieinamas )?tik prenumeratoriams|(?:clanak|clanek|sadrzaj|vsebina) (?:je )?(?:dostupan |dostupna |na voljo )?samo (?:za )?(?:pretplatnike|pretplatnicima|narocnike|narocnikom)",
    r"(?:本文|此文|本篇|该文).{0,4}(?:付费|付費|会员专享|會員專享|订阅专享)(?:内容|內容|文章|阅读)?(?:[,，].{0,12}阅读.{0,4})?|(?:이 )?(?:기사는|콘텐츠는) (?:유료 회원|유료회원|유료 구독자) ?전용.{0,12}|هذا (?:المقال|المحتوى) (?:متاح )?للمشتركين فقط|(?:כתבה|תוכן) (?:זו |זה )?למנויים בלבד",
    r"(?:per leggere|leggi) tutto l'articolo,? abbonati|(?:resten av )?(?:saken|artikkelen|artikeln) er (?:kun |bare )?for abonnenter|(?:this|the) (?:story|article|rest) continues for (?:members|subscribers)|nur fur abonnenten|(?:diese |die )?ausgabe ist abonnenten vorbehalten|この続きは有料会員限定(?:です)?|有料会員限定(?:記事)?(?:です)?|أكمل القراءة باشتراك.{0,30}|đăng ký (?:gói đọc )?.{0,40}để đọc tiếp|(?:הכתבה|המאמר) למנויים בלבד|straipsnis skirtas prenumeratoriams|reszta (?:tekstu|artykulu) (?:tylko )?dla prenumeratorow|(?:zbytek|zbytok) (?:clanku|textu) (?:jen|len|pouze) pro predplatitel[eu]",
    r"contingut exclusiu per a subscriptors|contido exclusivo para subscritores|edukia harpidedunentzat",
)
# The thing itself, by name: who stands before one reads of articles, readers and prices instead.
_PAYWALLS = one_of(
    r"pay[- ]?walls?\b|bezahl(?:schranke|mauer)n?\b|murs? (?:de paiement|payants?)\b|peages? numeriques?\b|muros? de pago\b|betaalmu(?:ur|ren)\b|"
    r"betalingsmur|betalvagg|maksumuur|пейволл?|платны[йх] (?:стен|доступ)|платни зид|naplatni zid|ペイウォール|付费墙|付費牆|페이월",
)
_SENTENCE = re.compile(r".*[.!?…。！？।؟۔։][\"'”»)]*")
_WORDS = 4  # of a sentence at least; labels have fewer
_HERE = r"(?:\b(?:this|the|our) (?:web)?(?:page|site|content|article|video|service|stream)|\b(?:access|content|we) )"
_THIS = (
    r"(?:\bthis (?:web ?)?(?:site|page)|(?:acces a )?(?:ce|cette) (?:site|page)|dies(?:e|er|es) (?:web ?)?(?:site|seite|internetseite|internetangebot|inhalt)|(?:est[ea]|el acceso a este) (?:sitio|pagina)(?: web)?|"
    r"(?:acesso a |o acesso a )?est[ea] (?:site|sitio|pagina)|quest[oa] (?:sito|pagina)|l'accesso al sito|(?:ta|niniejsza) strona|ten serwis|bu (?:internet |web )?site(?:si|ye)?|deze (?:web)?(?:site|pagina)|"
    r"(?:этот|данный|запрашиваемый|эта|данная) (?:сайт|ресурс|страница)|к (?:этому|данному|запрашиваемому|указанному) (?:информационному )?(?:ресурсу|сайту)|(?:цей|даний) (?:сайт|ресурс)|до (?:цього|запитуваного) (?:сайту|ресурсу)|den(?:ne|na) (?:hjemmeside|nettside|side|webbplats|webbsida|sida)|този сайт)"
)
_BLOCKED = r"(?:blocked|bloque(?:e)?|gesperrt|bloquead[oa]|bloccat[oa]|inibit[oa]|oscurat[oa]|zablokowan[ay]|engellenmis(?:tir)?|engellendi|geblokkeerd|заблокирован[ао]?|ограничен[ао]?|заблоковано|заблокован(?:ий|о)|обмежено|блокирана?|blokeret|blokkert|blockera[td])"
_ORDER = (
    r"(?:(?:order|decision|ruling|injunction) (?:of|by|from) (?:the|a) .{0,20}court|court order|decision de (?:la )?justice|decision judiciaire|gerichtlichen? (?:anordnung|verfugung|entscheidung)|einstweiligen? verfugung|gerichtsbeschluss|"
    r"(?:orden|resolucion|decision) judicial|(?:ordem|decisao) judicial|(?:ordine|provvedimento|disposizione) (?:dell'|della |di )?(?:autorita|giudiziari|magistratura)|(?:postanowieni[ea]|decyzj[iea]|wyroku) sadu|"
    r"mahkeme karari|gerechtelijk bevel|решени\w{1,2} суда|судебно[гм]о? решени|требовани\w{1,2} (?:роскомнадзора|генеральной прокуратуры)|149-фз|рішення\w? суду|ухвал\w{1,2} суду|решение на съда|(?:dommer|domstols?)(?:ens?|s)? ?(?:kendelse|beslut|avgjorelse))"
)
_GEO = one_of(
    r"(?:not|isn'?t|un)[ -]?available (?:to (?:readers|visitors|users) )?(?:in|from) your (?:country|region|location|area|territory)",
    r"(?:unavailable|not available|inaccessible|blocked|restricted) (?:in|from|to|for) (?:most |visitors (?:from|in) )?"
    r"(?:the )?(?:european (?:union|economic area)|eu|eea|european countries|certain countries)(?![\w-])",
    r"account withheld|(?:account|post|content|page) (?:has been |is |was )?withheld in (?!the )\w+",
    r"(?:blocked|restricted|withheld) (?:in|for|from) your (?:country|region|location|jurisdiction)",
    rf"{_HERE}[^.\n]{{0,80}}(?:due to|because of|for) (?:legal reasons|the gdpr|gdpr|licensing restrictions|a (?:court order|legal demand))",
    rf"(?:due to|because of|for) (?:legal reasons|the gdpr|gdpr|licensing restrictions|a (?:court order|legal demand)),? [^.\n]{{0,40}}{_HERE}",
    r"(?:access|attempting to access).{0,80}from (?:a|the) (?:country|region).{0,80}(?:european|economic area|eea|gdpr)",
    r"access cannot be granted at this time|^(?:this (?:web ?)?(?:site|domain(?: name)?)|(?:the )?domain(?: name)?) has been seized|has received an order from the courts? requiring|^(?:laman|situs|kandungan)[^.]{0,40} tidak (?:dapat|boleh) diakses di \w+ (?:kerana|karena)",
    r"block(?:ed|s|ing)? access from your (?:country|region)",
    rf"{_HERE}[^.\n]{{0,40}}geo[- ]?(?:blocked|restricted)|^geo[- ]?(?:blocked|restriction|restricted)|^unavailable for legal reasons|country(?:/region)? (?:is )?not supported",
    r"in (?:ihrem|deinem) land (?:leider )?nicht (?:verfugbar|abrufbar)|in ihrer region nicht verfugbar",
    r"(?:n'est )?pas disponible dans votre (?:pays|region)|no (?:esta )?disponible en (?:su|tu) (?:pais|region)|"
    r"nao (?:esta )?disponivel (?:no seu|em seu) pais|non (?:e )?disponibile nel (?:tuo|suo) paese|"
    r"niet beschikbaar in (?:uw|jouw) (?:land|regio)|недоступ(?:ен|на|но) в вашем регионе|недоступ(?:ен|на|но) в вашей стране|"
    r"niedostepn[aey] w (?:twoim|panstwa) (?:kraju|regionie)|neni (?:ve vasi zemi|ve vasem regionu) (?:dostupn|k dispozici)|niet toegankelijk vanuit (?:uw|jouw) (?:land|regio)|"
    r"(?:inte|ikke) (?:tillganglig|tilgaengelig|tilgjengelig)t? i (?:ditt|dit) (?:land|omrade|region)|(?:nije|nisu) dostup(?:an|na|no|ni) u vasoj (?:zemlji|drzavi|regiji)|nem erheto el az on (?:orszagaban|regiojaban)",
    r"(?:bolgenizde|ulkenizde) (?:kullanilam|goruntulenem|erisilem)|недоступн(?:ий|а|е|о) у (?:вашій країні|вашому регіоні)|доступ (?:к сайту )?из вашей страны (?:ограничен|закрыт|запрещен)|доступ к сайту из вашей страны",
    r"お住まいの(?:国|地域)|您所在的(?:国家|地区)|(?:귀하의|현재) (?:국가|지역)에서(?:는)?|غير متاح في (?:بلدك|منطقتك)|banned the country or region",
    # A court's or an authority's order, said of the page itself: news says it of others.
    rf"{_THIS} .{{0,60}}{_BLOCKED} .{{0,30}}{_ORDER}|{_THIS} .{{0,40}}{_ORDER}.{{0,60}}{_BLOCKED}|{_ORDER}.{{0,60}}{_THIS} .{{0,40}}{_BLOCKED}",
    r"^(?:situs (?:ini |yang anda (?:tuju|akses) )?(?:telah )?diblokir.{0,60}|internet positif|(?:هذا )?الموقع محجوب.{0,30}|تم حجب (?:هذا )?الموقع.{0,40}|(?:불법|유해|해당).{0,30}사이트.{0,10}차단.{0,10}|귀하가 접속하려는 사이트는.{0,40}차단.{0,10}|(?:यह|इस) (?:साइट|वेबसाइट) .{0,30}(?:अवरुद्ध|ब्लॉक) .{0,16}|(?:เว็บไซต์|เนื้อหา)(?:นี้)?ถูก(?:ระงับ|ปิดกั้น).{0,40}|(?:trang web|nội dung) này (?:đã )?bị chặn.{0,40})[.。।]?$",
    r"^(?:доступ (?:к (?:ресурсу|сайту|запрашиваемому ресурсу|информационному ресурсу) )?ограничен|ресурс заблокирован|site bloque|sito (?:bloccato|oscurato|inibito)|erisim engellendi|seite gesperrt|sitio bloqueado|site bloqueado|сайт заблокований)$",
    r"not available where you are|rights (?:to|for) this (?:episode|video|programme|program|film|content) (?:are|is) limited to|(?:این )?(?:محتوا|ویدیو|صفحه|سایت) در (?:کشور|منطقه) شما (?:در دسترس|قابل دسترس)|इस (?:देश|क्षेत्र) में उपलब्ध नहीं|आपके (?:देश|क्षेत्र) में उपलब्ध नहीं|không (?:khả dụng|có sẵn|xem được) (?:ở|tại) (?:quốc gia|khu vực) (?:của bạn|này)|tidak tersedia di (?:negara|wilayah) anda|ไม่(?:พร้อม|สามารถ)(?:ให้บริการ|รับชม)?(?:ได้)?ในประเทศของคุณ|nu este disponibil in tara|nav pieejam[as]? jusu valsti|neprieinam[as] jusu salyje|ei ole saadaval teie riigis|ei ole (?:saatavilla|katsottavissa) maassasi|δεν ειναι διαθεσιμο στη χωρα σας|לא זמין (?:במדינה שלך|בארצך)",
    r"ei ole teie riigis (?:saadaval|kattesaadav)|ไม่(?:มี|พร้อม|สามารถ).{0,40}ในประเทศของคุณ|nicht in ihrem land",
    r"^fuera de zona|derechos (?:de emision )?no nos permiten|prava (?:na toto video )?mame (?:pouze|jen) pro",
)
_GOES_ON = re.compile(r"\w \(|\w ?: +\S+ +\S|[?\"“”«»]")
_NEEDS_SCRIPT = one_of(
    r"(?:enable|turn on|activate|requires?|need(?:s)?|allow|without) (?:to )?(?:enable )?java ?script|"
    r"java ?script (?:is |must be |to be |has to be )?(?:required|disabled|enabled|not enabled|turned off|deaktiviert|necessario)|"
    r"javascript (?:aktivieren|einschalten)|activ(?:er|ez|ar|e) (?:le )?javascript|включите javascript|"
    r"подржава javascript|omoguci(?:te)? javascript|javascriptを有効|启用 ?javascript|javascript를",
)
_ERROR = one_of(
    r"(?:\d{3} )?(?:internal )?server error.*|(?:http )?(?:status )?(?:error )?[45]\d\d(?: .{0,60})?",
    r"(?:application|runtime|database|unknown|unexpected|fatal) error.*|error(?: page)?|an error (?:has )?occurred.*|"
    r"(?:bad gateway|gateway time-?out|service (?:temporarily )?unavailable|temporarily unavailable).*",
    r"something went wrong.*|(?:site |down for |under )?(?:scheduled )?maintenance.*|"
    r"technical (?:difficulties|problem|error).*|we(?:'ll| will) be (?:right )?back.*|"
    r"(?:interner )?(?:server)?fehler.*|wartungsarbeiten.*|erreur (?:interne|serveur).*|error (?:interno|del servidor).*|"
    r"erro interno.*|errore.*|ошибка.*|greska.*|грешка.*|サーバーエラー.*|服务器错误.*|traceback.*|.{0,40}exception.*",
)


def _parts(heading: str) -> list[str]:
    folded = " ".join(fold(heading[:240]).split())
    return [part for part in (piece.strip(EDGES) for piece in [folded, *_SEPARATOR.split(folded)]) if part]


def says(pattern: re.Pattern[str], headings: tuple[str, ...]) -> bool:
    """Whether a heading, or a part of one that is set off, is as a whole what the pattern says."""
    return any(pattern.fullmatch(part) for heading in headings for part in _parts(heading))


def says_challenge(*headings: str) -> bool:
    """A heading asks for proof of being human."""
    return says(_CHALLENGE, headings)


def shows_challenge(*lines: str) -> bool:
    """A line asks for proof of being human."""
    return any(_CHALLENGE_LINE.search(fold(line[:240])) for line in lines)


def says_out_of_service(*headings: str) -> bool:
    """A heading, or another sentence, says that the host is out of service just now."""
    return says(_DOWN, headings)


def names_maintenance(text: str) -> bool:
    """A text speaks of maintenance, in any of many languages."""
    return _MAINTENANCE.search(fold(text)) is not None


def is_for_now(line: str) -> bool:
    """A line says that something is so at the moment only."""
    return _FOR_NOW.search(fold(line[:240])) is not None


def shows_breakdown(text: str) -> bool:
    """A text begins with what a program writes when it breaks down."""
    return _BREAKDOWN.match(fold(text[:240]).strip()) is not None


def says_login(*headings: str) -> bool:
    """A heading is that of a sign-in page."""
    return says(_LOGIN, headings)


def says_consent(*headings: str) -> bool:
    """A heading is that of a consent page."""
    return says(_CONSENT_HEADING, headings)


def says_error(*headings: str) -> bool:
    """A heading is that of a server's error page."""
    return says(_ERROR, headings)


def asks_consent(text: str) -> bool:
    """The text holds the buttons or formulas of a consent dialogue."""
    return _CONSENT_TEXT.search(fold(text)) is not None


def asks_subscription(text: str) -> bool:
    """A sentence of the text says that reading on needs a subscription, and hardly anything else."""
    return any(map(_offers, sentences(text)))


def _offers(sentence: str) -> bool:
    folded = fold(sentence)
    found = _PAYWALL.search(folded)
    return found is not None and 2 * len(found[0]) >= len(folded.strip())


def names_paywalls(text: str) -> bool:
    """The text speaks of paywalls."""
    return _PAYWALLS.search(fold(text)) is not None


def is_sentence(line: str, words: int = _WORDS) -> bool:
    """The line is a sentence of so many words at least, not a label."""
    if not _SENTENCE.fullmatch(line.strip()):
        return False
    spaced = " " in line.strip() or line.isascii()
    return len(line.split()) >= words if spaced else len(line) >= 3 * words


def sentences(text: str) -> list[str]:
    """The text's sentences, by their ends."""
    return [part for part in _SENTENCE_END.split(text) if part.strip()]


def names_region(text: str) -> bool:
    """A line of the text withholds the page by country or law."""
    return any(_GEO.search(fold(line)) for line in text.split("\n"))


def heads_with_region(heading: str) -> bool:
    """A heading withholds the page so; not one that goes on to tell of it, nor the title of something."""
    return names_region(without_site_name(heading)) and not goes_on(heading)


def goes_on(heading: str) -> bool:
    """A heading tells more after a colon, asks, or quotes."""
    return _GOES_ON.search(heading) is not None


def needs_script(text: str) -> bool:
    """The text asks for a browser with scripts."""
    return _NEEDS_SCRIPT.search(fold(text)) is not None
