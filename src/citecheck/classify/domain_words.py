# ruff: noqa: E501 - a wording stays in one piece, so that it can be found and read
"""Wordings by which a page says that its domain is for sale, or that those have it who take over abandoned
ones. All folded.
"""

from citecheck.text import fold, one_of

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
    rf"域名.{{0,6}}(?:出售|转让|轉讓)|{_NAME} ?正在出售|tên miền (?:này )?(?:đang )?(?:được )?(?:rao )?bán\b|โดเมน(?:นี้)?.{{0,10}}(?:ขาย|จำหน่าย)|domain ini (?:di ?)?jual|(?:यह )?डोमेन .{{0,10}}(?:बिक्री|बेच)|(?:این )?دامنه .{{0,12}}(?:به فروش|برای فروش)|დომენი .{{0,10}}იყიდება",
    r"domain (?:name )?(?:is )?reserved|domain reserviert|domena je (?:zaregistrovana|rezervovana)|(?:dit )?domein is (?:gereserveerd|vastgelegd)|(?:ce )?(?:nom de )?domaine est (?:reserve|enregistre)|(?:este |questo )?dominio (?:esta |e )?(?:reservado|riservato)|domena (?:jest )?zarezerwowana|домен зарезервирован",
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
    r"este nome esta a venda|compre (?:ja )?este dominio|domenet er ledig(?: for kjop)?|ta over dette domenenavnet|compra (?:ya )?este dominio|achetez ce (?:nom de )?domaine|diese domain (?:jetzt )?kaufen|kup te domene|koop dit domein",
)
_ADVERTS = one_of(
    r"related (?:searches|links|topics)|sponsored (?:listings|links|results)|ahnliche suchanfragen|"
    r"verwandte suchbegriffe|recherches associees|busquedas relacionadas|"
    r"the sponsored listings displayed above",
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
    r"สล็อต(?:เว็บตรง|แตกง่าย|ออนไลน์)|คาสิโนออนไลน์|บาคาร่าออนไลน์|แทงบอล(?:ออนไลน์)?|เว็บพนัน|nhà cái (?:uy tín|số 1|hàng đầu)|cá cược (?:bóng đá|thể thao|trực tuyến)|nổ hũ đổi thưởng|casino trực tuyến|game bài đổi thưởng|kèo nhà cái",
    r"(?:网上|線上|线上|在线|真人)(?:赌场|賭場|娱乐城|娛樂城|百家乐|百家樂|博彩)|棋牌(?:平台|娱乐)|注册(?:即)?送(?:彩金|体验金)|(?:体育|足球)(?:投注|博彩)平台|(?:激安|スーパー)コピー(?:時計)?|コピー時計|ブランド(?:偽物|コピー)|オンラインカジノ(?:おすすめ|ランキング|ボーナス)|バイアグラ(?:通販|購入)",
    r"토토사이트|먹튀(?:검증|사이트)|(?:카지노|바카라|슬롯|파워볼)사이트|꽁머니|메이저놀이터|안전놀이터|사설토토|비아그라 (?:구매|판매)|chwilowk[ia] (?:online|bez bik|bez zaswiadczen|od reki)|pozyczk[ia] (?:online )?(?:bez bik|bez zaswiadczen)|darmowe spiny|kredyt pozabankowy|микрозаймы? (?:онлайн|на карту)|займы? (?:онлайн|на карту)|купить диплом",
    r"كازينو (?:اون لاين|أونلاين)|satta (?:king|matka)|सट्टा (?:मटका|किंग)|ऑनलाइन कैसीनो|سایت (?:شرط ?بندی|انفجار)|prestamos (?:rapidos|sin buro) online|apuestas deportivas online",
    r"replica (?:bags?|handbags?|shoes|sunglasses)|(?:cheap|discount) (?:designer|nike|jordan|ugg|louis vuitton|michael kors|ray[- ]?ban)s? .{0,20}(?:outlet|sale|bags|shoes|handbags)|(?:crypto|bitcoin) (?:casinos?|bonus)|non[- ]?ukgc casinos?|bonus without deposit|no deposit bonus|tragamonedas|bono de bienvenida|(?:tiros|giros|rodadas) gratis|free spins|giri gratis|ingyen porgetes|online kaszinok|澳门.{0,6}(?:娱乐|博彩|赌场)|真人娱乐|棋牌游戏|prestiti (?:veloci|immediati|online) senza busta paga|(?:激安通販|正規品.{0,4}送料無料)|pozyczk[ia] w \d+ minut|zajmy (?:online|na karte)|kredit bez (?:spravok|poruchitelei)",
)


def offers_domain(text: str) -> bool:
    """The text offers the domain, or says that it is parked."""
    return _FOR_SALE.search(fold(text)) is not None


def lists_adverts(text: str) -> bool:
    """The text is a list of sponsored links."""
    return _ADVERTS.search(fold(text)) is not None


def trash_in(text: str) -> frozenset[str]:
    """The different search words among them that the text has."""
    return frozenset(_HIJACK.findall(fold(text)))


def advertises_trash(text: str) -> bool:
    """The text has the search words of those who take over abandoned domains."""
    return _HIJACK.search(fold(text)) is not None
