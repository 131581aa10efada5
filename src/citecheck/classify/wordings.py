# ruff: noqa: E501 - a wording stays in one piece, so that it can be found and read
"""Wordings by which pages say that something stands between the reader and the text.

Headings are compared whole, so that a story *about* sign-in pages is none. All folded.
"""

import re

from citecheck.text import fold, one_of

_EDGES = " \t.!?:;,-–—…¡¿\"'()[]|"
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
    r"(?:您|你)(?:是|不是)(?:真人|机器人|機器人)|(?:検証|確認)しています.{0,12}ロボット|ロボットではないこと|(?:로봇|봇)이 아님을|사람인지 확인",
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
    r"(?:site(?:miz)?|sistem(?:imiz)?|web sitemiz)?,? ?(?:su anda |gecici olarak )?(?:bakimda(?:dir|yiz)?|bakim calismasi(?: yapilmaktadir)?|bakim (?:modu|asamasinda))|планова профілактика|(?:πραγματοποιουνται )?εργασιες συντηρησης|(?:ο ιστοτοπος ειναι )?υπο συντηρηση|huoltokatko|hooldustood|(?:sites )?vedligeholdelse|vedlikehold|(?:الموقع )?تحت الصيانة|האתר בתחזוקה|(?:dang |he thong dang )?bao tri(?: he thong)?|(?:situs )?dalam (?:perbaikan|pemeliharaan)",
    r"(?:fatal|parse|uncaught|database|db|application) (?:error|exception).*|error displaying the error page.*|(?:could not|cannot|can't|unable to|failed to) connect to (?:the )?(?:mysql|database).*|(?:database|db|mysql) connection (?:error|failed).*|error: connection failed.*",
    r"(?:ただいま|現在)?(?:システム)?メンテナンス中(?:です)?|(?:网站|系统)?(?:正在)?维护中?|(?:시스템|서비스|서버)? ?점검 ?(?:중|안내)(?:입니다)?",
)
_BREAKDOWN = re.compile(
    r"(?:php )?(?:fatal error|parse error|warning|catchable fatal error)\W.{0,200}(?:on line \d|uncaught|stack trace|in /)|"
    r"error: error displaying the error page|(?:could not|cannot|unable to|failed to) connect to (?:the )?(?:mysql|database)|"
    r"traceback \(most recent call last\)|uncaught (?:exception|error)\W|sqlstate\[|(?:mysqli?|pdo)(?:_connect\(\)|exception)"
)
_LOGIN = one_of(
    r"(?:log|sign)[ -]?in (?:or (?:register|sign up|create an account)|required)|you (?:must|need to|have to) (?:be logged in|(?:log|sign) in).{0,40}|(?:enter|what'?s) your e?-?mail(?: address)?(?: to (?:continue|sign in|log in))?|(?:sign|log) in to (?:continue|read|view|your account).{0,40}",
    r"(?:抱歉,? ?)?(?:您|你)(?:还没有|還沒有|尚未|还未|需要|必须|必須)(?:登录|登錄|登入).{0,20}|请(?:先)?登录.{0,10}|請(?:先)?登入.{0,10}|ログインが必要です.{0,10}|ログインしてください|로그인이 필요.{0,10}|로그인 (?:해 ?주세요|하세요)|سجل الدخول.{0,30}|(?:يجب|يرجى|الرجاء) (?:عليك )?تسجيل الدخول.{0,30}|(?:נדרשת|יש) (?:ל?התחבר(?:ות)?).{0,20}|כניסה(?: לחשבון)?",
    r"(?:log ind|logga in|logg inn|kirjaudu sisaan|zaloguj sie|prihlaste sa|prihlaste se|prijavite se|пријавите се|увійдіть|войдите|inicie sesion|inicia sesion|inicia la sessio|faca login|accedi|inloggen|melden sie sich an|jelentkezzen be|autentificati-va|conectati-va|влезте|συνδεθειτε|giris yapin|logi sisse|prisijunkite|piesledzieties|masuk|dang nhap)(?:,? (?:for|for at|for a|att|aby|da biste|da bi|чтобы|щоб|за да|para|per|um|om|a|ca|la|на|u|pe|du|til|till|pour|in|i|do|med|με|για|sua|tu|su|il|konto|nalog).{0,50})?",
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
    r"تسجيل الدخول|התחברות|ورود|ログイン|サインイン|登录|登入|로그인|đăng nhập|masuk|log masuk|เข้าสู่ระบบ",
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
)
_PAYWALL = one_of(
    r"subscribe (?:now )?(?:to|and) (?:continue|keep|read|unlock|get full access).{0,30}",
    r"(?:this|the) (?:article|story|content|page|post) is (?:only )?(?:for|available (?:only )?(?:to|for)|reserved for|exclusive to)"
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
    r"(?:本文|此文|本篇|该文).{0,4}(?:付费|付費|会员专享|會員專享|订阅专享)(?:内容|內容|文章|阅读)?(?:[,，].{0,12}阅读.{0,4})?|(?:이 )?(?:기사는|콘텐츠는) (?:유료 회원|유료회원|유료 구독자) ?전용.{0,12}|هذا (?:المقال|المحتوى) (?:متاح )?للمشتركين فقط|(?:כתבה|תוכן) (?:זו |זה )?למנויים בלבד",
)
# The thing itself, by name: who stands before one reads of articles, readers and prices instead.
_PAYWALLS = one_of(
    r"pay[- ]?walls?\b|bezahl(?:schranke|mauer)n?\b|murs? (?:de paiement|payants?)\b|peages? numeriques?\b|muros? de pago\b|betaalmu(?:ur|ren)\b|"
    r"betalingsmur|betalvagg|maksumuur|пейволл?|платны[йх] (?:стен|доступ)|платни зид|naplatni zid|ペイウォール|付费墙|付費牆|페이월",
)
_SENTENCE = re.compile(r".*[.!?…。！？][\"'”»)]*")
_WORDS = 4  # of a sentence at least; labels have fewer
_HERE = r"(?:\b(?:this|the|our) (?:web)?(?:page|site|content|article|video|service|stream)|\b(?:access|content|we) )"
_THIS = (
    r"(?:\bthis (?:web ?)?(?:site|page)|(?:acces a )?(?:ce|cette) (?:site|page)|dies(?:e|er|es) (?:web ?)?(?:site|seite|internetseite|internetangebot|inhalt)|(?:est[ea]|el acceso a este) (?:sitio|pagina)(?: web)?|"
    r"(?:acesso a |o acesso a )?est[ea] (?:site|sitio|pagina)|quest[oa] (?:sito|pagina)|l'accesso al sito|(?:ta|niniejsza) strona|ten serwis|bu (?:internet |web )?site(?:si|ye)?|deze (?:web)?(?:site|pagina)|"
    r"(?:этот|данный|запрашиваемый|эта|данная) (?:сайт|ресурс|страница)|к (?:этому|данному|запрашиваемому|указанному) (?:информационному )?(?:ресурсу|сайту)|(?:цей|даний) (?:сайт|ресурс)|до (?:цього|запитуваного) (?:сайту|ресурсу)|den(?:ne|na) (?:hjemmeside|nettside|side|webbplats|webbsida|sida)|този сайт)"
)
_BLOCKED = r"(?:blocked|bloque(?:e)?|gesperrt|bloquead[oa]|bloccat[oa]|inibit[oa]|oscurat[oa]|zablokowan[ay]|engellenmis(?:tir)?|engellendi|geblokkeerd|заблокирован[ао]?|ограничен[ао]?|заблоковано|заблокован(?:ий|о)|обмежено|блокирана?|blokeret|blokkert|blockera[td])"
_ORDER = (
    r"(?:(?:order|decision|ruling|injunction) (?:of|by|from) (?:the|a) .{0,20}court|court order|decision de (?:la )?justice|decision judiciaire|gerichtlichen? (?:anordnung|verfugung|entscheidung)|gerichtsbeschluss|"
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
    r"access cannot be granted at this time",
    r"block(?:ed|s|ing)? access from your (?:country|region)",
    rf"{_HERE}[^.\n]{{0,40}}geo[- ]?(?:blocked|restricted)|^geo[- ]?(?:blocked|restriction|restricted)|^unavailable for legal reasons|country(?:/region)? (?:is )?not supported",
    r"in (?:ihrem|deinem) land (?:leider )?nicht (?:verfugbar|abrufbar)|in ihrer region nicht verfugbar",
    r"(?:n'est )?pas disponible dans votre (?:pays|region)|no (?:esta )?disponible en (?:su|tu) (?:pais|region)|"
    r"nao (?:esta )?disponivel (?:no seu|em seu) pais|non (?:e )?disponibile nel (?:tuo|suo) paese|"
    r"niet beschikbaar in (?:uw|jouw) (?:land|regio)|недоступ(?:ен|на|но) в вашем регионе|недоступ(?:ен|на|но) в вашей стране|"
    r"niedostepn[aey] w (?:twoim|panstwa) (?:kraju|regionie)|neni (?:ve vasi zemi|ve vasem regionu) (?:dostupn|k dispozici)|niet toegankelijk vanuit (?:uw|jouw) (?:land|regio)|"
    r"(?:inte|ikke) (?:tillganglig|tilgaengelig|tilgjengelig)t? i (?:ditt|dit) (?:land|omrade|region)|(?:nije|nisu) dostup(?:an|na|no|ni) u vasoj (?:zemlji|drzavi|regiji)|nem erheto el az on (?:orszagaban|regiojaban)",
    r"(?:bolgenizde|ulkenizde) (?:kullanilam|goruntulenem|erisilem)|недоступн(?:ий|а|е|о) у (?:вашій країні|вашому регіоні)|доступ (?:к сайту )?из вашей страны (?:ограничен|закрыт|запрещен)|доступ к сайту из вашей страны",
    r"お住まいの(?:国|地域)|您所在的(?:国家|地区)|(?:귀하의|현재) (?:국가|지역)에서는?|غير متاح في (?:بلدك|منطقتك)|banned the country or region",
    # A court's or an authority's order, said of the page itself: news says it of others.
    rf"{_THIS} .{{0,60}}{_BLOCKED} .{{0,30}}{_ORDER}|{_THIS} .{{0,40}}{_ORDER}.{{0,60}}{_BLOCKED}|{_ORDER}.{{0,30}}{_THIS} .{{0,40}}{_BLOCKED}",
    r"^(?:доступ (?:к (?:ресурсу|сайту|запрашиваемому ресурсу|информационному ресурсу) )?ограничен|ресурс заблокирован|site bloque|sito (?:bloccato|oscurato|inibito)|erisim engellendi|seite gesperrt|sitio bloqueado|site bloqueado|strona zablokowana|сайт заблокований)$",
)
_GOES_ON = re.compile(r"\w: +\S+ +\S|[?\"“”«»]")
_NAME = r"\b[\w-]{1,63}\.(?:[a-z]{2,3}\.)?[a-z]{2,12}"
_SELLING = r"(?:for sale|zum verkauf|zu verkaufen|verkauflich|a vendre|en vente|en venta|a la venta|in vendita|a venda|te koop|till salu|til salgs?|na sprzedaz|na predaj|na prodej|na prodaju|na prodaji|elado\b|satilik|myytavana|myynnissa|de vanzare|продается|продаеться|продасться|на продажу|на продаж|за продажба|πωλειται|προς πωληση)"
# What may stand between: other words tell whose domain it was, as news does.
_BETWEEN = rf"(?:[\"'„“”«»(]{{0,2}}{_NAME}[\"'“”«»)]{{0,2}} )?(?:(?:is|ist|steht|konnte|kann|est|esta|la|e|je|jest|ar|er|on|este|nu|now|jetzt|ab|sofort|hier|ora|agora|ahora|actuellement|momenteel|aktuell|wystawiona|zur zeit|zurzeit) ){{0,3}}"
_FOR_SALE = one_of(
    r"(?:this |the |premium )?(?:domain|website)(?: name)?(?: [\w.-]{1,80})? (?:is|may be|might be|could be) (?:for sale|available for (?:sale|purchase))",
    r"(?:buy|get|purchase|acquire|own) (?:this|the) (?:premium )?domain|[\w-]{1,63}\.[a-z]{2,12} (?:is|may be) for sale|"
    r"(?:interested in|inquire about|make an offer (?:on|for)) (?:this|the) domain|domain (?:for sale|is parked|parking)",
    r"this (?:domain|web ?page|site) (?:name )?(?:is|has been) parked|parked (?:free|domain|courtesy)",
    r"(?:this |the )?domain(?: name)? (?:has (?:recently )?(?:expired|been registered)|was recently registered)",
    rf"\b(?:domain(?:name)?|nom de domaine|ce domaine|domaine {_NAME}|domeinnaam|domein|dominio|doman(?:en|namn(?:et)?)?|domaene(?:t|navnet)?|domene(?:t|navnet)?|verkkotunnus|domeniul?|alan adi|domen[aue]?|доменное имя|доменне імя|домейнът?|ονομα χωρου|{_NAME}),? {_BETWEEN}{_SELLING}",
    rf"\b(?:domain(?:name)?|domen[aue]?|dominio),? (?:{_NAME} )?kann (?:hier )?(?:gekauft|erworben) werden",
    r"(?:make an offer to|faites une offre a[ud]|kontaktieren sie) (?:the |den |le )?(?:owner|proprietaire|inhaber)|page de parking|parking page|parked page|domain-parking|此?域名(?:正在)?出售|(?:この)?ドメイン(?:は|名)?.{0,12}(?:販売|売り出し)|이? ?도메인.{0,10}판매",
    rf"(?:النطاق|اسم النطاق|الدومين|הדומיין|שם המתחם) .{{0,20}}(?:للبيع|למכירה)|{_NAME} ?(?:の購入|をご購入|の譲渡|구매 문의|구입 문의|可转让|待售)",
    rf"(?:make an offer|faites une offre|machen sie ein angebot|haga (?:su|una) oferta|faca uma oferta|fai un'offerta|doe een bod|zloz oferte|teklif verin) (?:for|pour|fur|por|para|op|icin|per) (?:the domain )?{_NAME}",
    r"(?:this |the )?domain(?: name)? (?:registration )?(?:has|is|was) (?:just |recently |now )?(?:been )?(?:registered|expired)|^(?:domain expired|expired domain)$|(?:renew|restore) (?:it|the domain|this domain|your domain)[^.]{0,30} (?:at|with|through) your (?:registrar|provider)|domain is pending (?:renewal|deletion)",
    r"domain (?:ist |wurde )?(?:abgelaufen|soeben registriert|gerade registriert|neu registriert|geparkt)|(?:nom de )?domaine (?:a |est )(?:bien ete cree|expire|ete enregistre|parque)|dominio (?:ha |esta )?(?:caducado|expirado|vencido|scaduto|e scaduto|aparcado|registrado recientemente)",
    r"dominio (?:expirou|expirado)|(?:site|domein(?:naam)?) (?:is )?(?:verlopen|geparkeerd|zojuist geregistreerd)|domen[ae]? (?:wygasla|jest zaparkowana|vyprsela|je istekao|je istekla|istekla|istekao|expirovala)|domanen har (?:gatt ut|upphort)|domaenet er udlobet|domenet (?:er|har) utlopt",
    r"verkkotunnus on vanhentunut|a domain lejart|domeniul a expirat|alan adinin suresi (?:doldu|dolmus)|срок (?:регистрации|действия|делегирования) домена (?:истек|закончился)|продлите домен|домен (?:припаркован|истек|не продлен)|термін (?:реєстрації|дії) домену|продовжіть домен|изтекъл домейн",
    r"(?:ドメイン|도메인).{0,8}(?:有効期限|期限切れ|만료)|域名(?:已)?(?:过期|到期)|(?:انتهت صلاحية|انتهاء) النطاق|תוקף הדומיין פג|το ονομα χωρου εχει ληξει",
    r"(?:domain|webspace) (?:wurde )?(?:erfolgreich )?(?:bei|fur) .{0,30}(?:reserviert|registriert)|(?:owner|inhaber|proprietaire|propietario) .{0,20}(?:has not|hat noch keine|n'a pas encore|aun no ha) .{0,24}(?:website|webseite|site|sitio)|votre domaine a (?:bien )?ete cree",
)
_ADVERTS = one_of(
    r"related (?:searches|links|topics)|sponsored (?:listings|links|results)|ahnliche suchanfragen|"
    r"verwandte suchbegriffe|recherches associees|busquedas relacionadas|"
    r"the sponsored listings displayed above",
)
_NEEDS_SCRIPT = one_of(
    r"(?:enable|turn on|activate|requires?|need(?:s)?|allow|without) (?:to )?(?:enable )?java ?script|"
    r"java ?script (?:is |must be |to be |has to be )?(?:required|disabled|enabled|not enabled|turned off|deaktiviert|necessario)|"
    r"javascript (?:aktivieren|einschalten)|activ(?:er|ez|ar|e) (?:le )?javascript|включите javascript|"
    r"подржава javascript|omoguci(?:te)? javascript|javascriptを有効|启用 ?javascript|javascript를",
)
_HIJACK = one_of(
    r"slot (?:gacor|online|deposit|demo|thailand|dana|qris|maxwin|88|77)|situs (?:slot|judi|toto|togel)|judi (?:online|bola|slot)|"
    r"(?:bandar|agen|daftar) (?:togel|judi|slot|toto)|togel (?:online|hari ini|singapore|hongkong)|link alternatif|"
    r"rtp (?:slot|live)|(?:buy|cheap|generic) (?:viagra|cialis|levitra)(?: online)?|"
    r"(?:best|top|new) (?:online )?casino (?:bonus|sites|games|no deposit)|casino (?:en ligne|sans depot)|"
    r"payday loans online|replica watches|essay writing service|escort (?:service|girls)",
    r"casinos? (?:not on gamstop|ohne (?:oasis|lugas|limit|lizenz|einzahlung)|non aams|sin licencia|sem licenca|zonder cruks|utan (?:spelpaus|licens|svensk licens)|uten lisens|uden (?:rofus|dansk licens)|hors arjel|bez licence)|"
    r"(?:siti|migliori casino|siti scommesse) non aams|bonus (?:ohne einzahlung|bez depozytu|senza deposito|sin deposito|sans depot|sem deposito|zonder storting|utan insattning|bez vkladu|befizetes nelkul|fara depunere|bez depozita)|"
    r"(?:kasyno|kasyna|casino|casinos|kazino|kaszino|cazino) (?:online|internetowe|en linea|en ligne|na internetu|bonus(?:y|uri)?)|(?:online|internetowe) (?:casinos?|kasyno|kasyna|kaszino|kazino|cazino) (?:bonus(?:es|y)?|ohne|ranking|test|sites|uden|utan|zonder|bez|fiable|echtgeld)|"
    r"(?:deneme|hosgeldin|yatirim) bonusu|(?:bahis|casino|slot) siteleri|canli (?:bahis|casino)|bonus veren siteler|(?:вулкан|азино|pin[- ]?up|1win|mostbet|1xbet) (?:казино|casino|зеркало)|казино (?:вулкан|онлайн|на деньги|рабочее зеркало)|игровые автоматы (?:на деньги|онлайн|бесплатно)",
    r"(?:ghostwriter|ghostwriting) (?:fur )?(?:bachelorarbeit|masterarbeit|hausarbeit|dissertation)|(?:bachelorarbeit|hausarbeit|masterarbeit) schreiben lassen|write my (?:essay|paper|thesis)|(?:buy|order) (?:an )?essays? online|pisanie prac (?:licencjackich|magisterskich)|"
    r"(?:viagra|cialis|levitra|kamagra|sildenafil|tadalafil) (?:sin receta|sans ordonnance|ohne rezept|rezeptfrei|senza ricetta|sem receita|zonder recept|bez recepty|bez predpisu|utan recept|uden recept|recept nelkul|fara reteta|bez recepta|without prescription|kaufen|kopen|купить)|"
    r"(?:comprar|acheter|acquistare|kupic|koupit|kopa|kob) (?:viagra|cialis|levitra|kamagra|sildenafil)|(?:cazinouri|pacanele) online|nyerogepek online|automaty online za penize|казино без (?:депозита|верификации)|бездепозитн\w+ бонус",
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
    return [part for part in (piece.strip(_EDGES) for piece in [folded, *_SEPARATOR.split(folded)]) if part]


def _says(pattern: re.Pattern[str], headings: tuple[str, ...]) -> bool:
    return any(pattern.fullmatch(part) for heading in headings for part in _parts(heading))


def says_challenge(*headings: str) -> bool:
    """A heading asks for proof of being human."""
    return _says(_CHALLENGE, headings)


def shows_challenge(*lines: str) -> bool:
    """A line asks for proof of being human."""
    return any(_CHALLENGE_LINE.search(fold(line[:240])) for line in lines)


def says_out_of_service(*headings: str) -> bool:
    """A heading, or another sentence, says that the host is out of service just now."""
    return _says(_DOWN, headings)


def shows_breakdown(text: str) -> bool:
    """A text begins with what a program writes when it breaks down."""
    return _BREAKDOWN.match(fold(text[:240]).strip()) is not None


def says_login(*headings: str) -> bool:
    """A heading is that of a sign-in page."""
    return _says(_LOGIN, headings)


def says_consent(*headings: str) -> bool:
    """A heading is that of a consent page."""
    return _says(_CONSENT_HEADING, headings)


def says_error(*headings: str) -> bool:
    """A heading is that of a server's error page."""
    return _says(_ERROR, headings)


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
    """A heading withholds the page so; not one that goes on to tell of it."""
    return names_region(heading) and not _GOES_ON.search(heading)


def offers_domain(text: str) -> bool:
    """The text offers the domain, or says that it is parked."""
    return _FOR_SALE.search(fold(text)) is not None


def lists_adverts(text: str) -> bool:
    """The text is a list of sponsored links."""
    return _ADVERTS.search(fold(text)) is not None


def needs_script(text: str) -> bool:
    """The text asks for a browser with scripts."""
    return _NEEDS_SCRIPT.search(fold(text)) is not None


def trash_in(text: str) -> frozenset[str]:
    """The different search words among them that the text has."""
    return frozenset(_HIJACK.findall(fold(text)))


def advertises_trash(text: str) -> bool:
    """The text has the search words of those who take over abandoned domains."""
    return _HIJACK.search(fold(text)) is not None
