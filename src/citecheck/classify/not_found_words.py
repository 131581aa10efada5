# ruff: noqa: E501 - a wording stays in one piece, so that it can be found and read
"""What pages say when there is nothing at an address, in many languages."""

# Each entry: what a whole heading may say. "~" stands for up to six words in between.
WORDINGS: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:the |this |that |your |requested )*(?:web ?|news )?(?:page|url|document|file|article|content|story|post|"
        r"resource|item|link|address|site|entry)s? ~(?:not found|not be found|can'?t be found|cannot be found|"
        r"not be located|couldn'?t be found|wasn'?t found|doesn'?t exist|does not exist|did not exist|"
        r"not exist|no longer exists?|no longer available|no longer here|not available|isn'?t available|"
        r"unavailable|isn'?t here|is not here|is missing|is gone|has (?:been )?(?:moved|removed|deleted|expired)|"
        r"may have (?:been )?(?:moved|removed|deleted)|was (?:removed|deleted|moved)|has been taken down)",
        r"(?:sorry |but |unfortunately )*(?:we|i)(?: are| were|'re)? ?(?:can'?t|cannot|can not|could not|couldn'?t|"
        r"unable to|did not|didn'?t|do not|don'?t|have not) (?:seem to )?(?:find|locate|have) "
        r"(?:the|that|this|what|your|any)(?: \w+)? ?(?:page|url|article|document|file|story|content|you).*",
        r"(?:no such|missing) (?:page|file|document|article|url)",
        r"(?:page|file|document|article|url) (?:missing|lost|error)",
        r"nothing (?:was |could be )?found(?: here)?",
        r"(?:the )?(?:page|article|document|content) (?:you(?:'re| are| were|'ve)? ?(?:looking for|requested)) ~"
        r"(?:found|exist|exists|available|moved|removed|gone|unavailable)",
        r"(?:it )?(?:looks|seems) like (?:this|that|the) page .*",
        r"that page can'?t be found",
        r"it looks like nothing was found at this location",
        r"(?:it seems )?we can'?t find what you'?re looking for.*",
        r"this account has been suspended|account suspended|welcome to nginx|apache2? .{0,20}default page.*|"
        r"default web ?(?:site )?page|test page for the .{0,40}|site not found|there is no website (?:here|configured at this address)",
        r"object not found",
        r"(?:the |this |that |requested |specified )*(?:topic|thread|bug|issue|ticket|record|member|forum|board|question|event|profile|track|song|episode|book|product|listing|job|report)(?: #?\d+)?(?: you (?:requested|asked for|specified|were looking for))? (?:(?:was |could |can )?(?:not (?:be )?found)|does not exist|doesn't exist|did not exist|is (?:invalid|not valid)|cannot be found|can't be found)(?:: ?#?\d+)?",
        r"0 results",
        r"no (?:such )?(?:thread|topic|bug|record)s? (?:specified|found|selected|exists?)|invalid (?:thread|topic|bug|record|forum)(?: specified| id)?|there is no (?:such )?(?:bug|topic|thread|record|ticket|issue)(?: with (?:this|that) (?:number|id))?",
        r"(?:nothing|no results?|no matches|0 results)(?: (?:was|were))?(?: found)? for [\"“'‘«].{0,160}",
        r"not ?found",
    ),
    "de": (
        r"(?:die |diese |ihre |der |dieser |das |dieses |angeforderte |gewunschte |gesuchte )*(?:seite|webseite|"
        r"internetseite|artikel|beitrag|inhalt|dokument|datei|url) ~(?:nicht gefunden|nicht gefunden werden|"
        r"nicht (?:mehr )?(?:vorhanden|verfugbar|auffindbar)|existiert (?:leider )?nicht(?: mehr)?|nicht existiert|"
        r"gibt es (?:leider )?nicht(?: mehr)?|wurde (?:geloscht|entfernt|verschoben)|nicht gefunden wurde)",
        r"(?:wir konnten |wir haben )(?:die|diese|den|das|ihre) .{0,40}nicht (?:finden|gefunden).*",
        r"nicht gefunden",
        r"nichts gefunden",
        r"hier ist nichts.*",
        r"0 (?:treffer|ergebnisse)",
        r"kein gultiges (?:thema|beitrag) angegeben|(?:das |der |die )(?:angegebene |gewahlte |angeforderte )?(?:thema|thread) (?:existiert nicht|ist nicht vorhanden|wurde nicht gefunden)|ungultiges thema|keine (?:ergebnisse|treffer) (?:gefunden )?fur [\"„“'«].{0,160}",
    ),
    "fr": (
        r"(?:la |cette |votre |le |ce |l')*(?:page|article|contenu|document|fichier|url|adresse) ~"
        r"(?:introuvable|non trouvee?|pas trouvee?|inexistante?|n'existe (?:pas|plus)|n'est (?:pas|plus) disponible|"
        r"n'a (?:pas )?(?:pu etre|ete) trouvee?s?|n'a pas ete trouvee?|est indisponible|indisponible|a ete supprimee?|"
        r"a ete deplacee?|n'existe pas ou plus|n'est plus en ligne)",
        r"(?:nous )?(?:n'avons pas|ne trouvons pas) .{0,20}(?:trouve|la page).*",
        r"aucun resultat a cette adresse",
        r"(?:aucun sujet specifie|discussion non (?:valide|specifiee))|le sujet (?:demande |que vous .{0,24})?n'existe pas|aucun resultat (?:trouve )?pour [\"«“].{0,160}",
    ),
    "es": (
        r"(?:la |esta |el |este |su )*(?:pagina|articulo|contenido|documento|archivo|enlace|url|noticia) ~"
        r"(?:no encontrad[ao]|no (?:se )?(?:ha sido |pudo ser |fue )?encontrad[ao]|no existe|ya no existe|"
        r"no (?:esta )?disponible|ya no esta disponible|no se encuentra(?: disponible)?|no se ha encontrado|"
        r"no se (?:ha )?(?:pudo|podido) encontrar|inexistente|ha sido eliminad[ao])",
        r"no (?:se )?(?:ha |hemos |podemos |pudimos |encontramos )+(?:encontrado|encontrar)? ?(?:la |esta )?pagina.*",
        r"0 resultados|no hay (?:anuncios|resultados|productos|coincidencias) para [«\"“].{0,160}|tema no valido|(?:el )?tema (?:solicitado |especificado )?no existe|(?:no se encontraron|sin) resultados para [\"«“].{0,160}",
        r"no encontrad[ao]",
        r"no (?:hemos )?encontra(?:mos|do) lo que (?:buscas|busca|buscabas).*",
        r"no (?:encontramos|podemos encontrar|hemos encontrado) (?:la|esa|esta) pagina.*",
    ),
    "pt": (
        r"(?:a |esta |essa |o |este |sua )*(?:pagina|artigo|conteudo|documento|arquivo|ficheiro|materia|noticia) ~"
        r"(?:nao encontrad[ao]|nao (?:foi |pode ser )+encontrad[ao]|nao existe(?: mais)?|ja nao existe|"
        r"(?:ja )?nao (?:esta |se encontra )?(?:mais )?disponivel|indisponivel|pode ter sido removid[ao]|inexistente|foi removid[ao])",
        r"nao (?:conseguimos|foi possivel|encontramos) .{0,20}pagina.*",
    ),
    "it": (
        r"(?:la |questa |il |questo |l')*(?:pagina|articolo|contenuto|documento|file|risorsa) ~"
        r"(?:non (?:e stat[ao] |piu )?trovat[ao]|non esiste(?: piu)?|inesistente|non (?:e )?(?:piu )?disponibile|"
        r"non e stat[ao] trovat[ao]|non piu disponibile|e stat[ao] rimoss[ao])",
        r"non (?:abbiamo|riusciamo a) trova(?:to|re) .{0,20}pagina.*",
    ),
    "nl": (
        r"(?:de |deze |het |dit |opgevraagde |gevraagde )*(?:webpagina|pagina|artikel|bericht|document|bestand) ~"
        r"(?:niet gevonden|niet (?:meer )?beschikbaar|bestaat niet(?: meer)?|niet bestaat|kon niet worden gevonden|"
        r"niet (?:worden )?gevonden(?: worden)?|is verwijderd|is verplaatst)",
        r"we (?:kunnen|konden) .{0,30}niet vinden.*",
    ),
    "sv": (
        r"(?:den |denna |har )*(?:sidan|sida|artikeln|dokumentet) ~(?:hittades inte|hittas inte|kunde inte hittas|"
        r"finns inte(?: langre)?|finns ej|saknas|existerar inte|ar borttagen|inte hittades|kan inte hittas)",
        r"vi (?:kunde|kan) inte hitta .*",
        r"hittades inte",
    ),
    "da": (
        r"(?:denne )?(?:siden|side|artiklen) ~(?:ikke fundet|blev ikke fundet|findes ikke(?: laengere)?|"
        r"kunne ikke findes|eksisterer ikke|ikke findes|er fjernet)",
        r"vi (?:kunne|kan) (?:desvaerre )?ikke finde .*",
    ),
    "no": (
        r"(?:denne )?(?:siden|side|artikkelen) ~(?:ikke funnet|ble ikke funnet|finnes ikke(?: lenger)?|"
        r"finst ikkje|eksisterer ikke|ikke finnes|er fjernet)",
        r"(?:vi )?(?:fant|finner) (?:dessverre )?ikke (?:siden|det du).*",
    ),
    "fi": (
        r"(?:hakemaasi |etsimaasi |pyydettya )*(?:sivua|sivu|artikkelia|sisaltoa) ~(?:ei loytynyt|ei loydy|"
        r"ei voitu loytaa|ei ole olemassa|ei ole enaa)",
    ),
    "is": (r"(?:thessi )?(?:siða|siðan|sida|sidan) ~(?:fannst ekki|er ekki til|finnst ekki)",),
    "pl": (
        r"(?:ta |ten |podana |szukana |zadana )*(?:strona|strony|artykul|artykulu|dokument) ~(?:nie znaleziona|"
        r"nie zosta[lw]a? (?:znaleziona|odnaleziona)|nie zostal znaleziony|nie istnieje|nie znaleziono|"
        r"nie istnieje lub .*|(?:jest )?niedostepn[ay]|zostala usunieta|zostal usuniety|nie jest juz dostepn[ay])",
        r"nie (?:znaleziono|znalezlismy|odnaleziono|mozemy znalezc|moglismy znalezc) (?:takiej |tej |podanej |zadanej )?"
        r"(?:strony|artykulu).*",
        r"brak (?:takiej )?strony",
    ),
    "cs": (
        r"(?:tato |pozadovana |hledana )*(?:stranka|stranku|clanek|dokument) ~(?:nenalezena|nebyla nalezena|"
        r"nebyl nalezen|neexistuje|nelze nalezt|nenalezen|nebyla nenalezena|jiz neexistuje|byla? (?:odstranena?|presunuta?|smazana?))",
        r"stranku (?:se )?(?:nepodarilo|jsme) (?:najit|nenasli)",
    ),
    "sk": (
        r"(?:tato |pozadovana |hladana )*(?:stranka|stranku|clanok) ~(?:nenajdena|nebola najdena|sa nenasla|"
        r"neexistuje|nebol najdeny|uz neexistuje|bola? (?:odstranen[ay]|presunut[ay]|zmazan[ay]))",
        r"stranku sa nepodarilo najst",
    ),
    "hu": (
        r"(?:a |az |ez a |a keresett |a kert )*(?:keresett |kert )?(?:oldal|lap|cikk|dokumentum) ~(?:nem talalhato|"
        r"nem letezik|nem elerheto|nem talaltuk|toroltuk|torolve|mar nem letezik|nincs meg)",
        r"nem talaljuk .*oldalt",
    ),
    "ro": (
        r"(?:aceasta |acest )*(?:pagina|articolul|documentul) ~(?:nu a fost gasita?|nu a fost gasit|negasita|"
        r"nu exista|nu mai exista|inexistenta|nu este disponibila|nu poate fi gasita|nu s-a gasit)",
    ),
    "bg": (
        r"(?:tazi |търсената |исканата |тази |страницата, която търсите )*(?:страница|страницата|статията) ~"
        r"(?:не е намерена|не беше намерена|не бе намерена|не съществува|не може да бъде намерена|липсва)",
    ),
    "ru": (
        r"(?:эта |такая |запрошенная |запрашиваемая |данная |искомая )*(?:страница|страницы|страницу|статья|"
        r"документ|материал) ~(?:не найдена?|не существует|не существуют|удалена?|недоступна|"
        r"не обнаружена?|нет на сайте|больше не существует|была удалена|не найден)",
        r"(?:такой|этой) страницы (?:нет|не существует|больше нет).*",
        r"(?:мы )?не (?:нашли|можем найти|удалось найти) .{0,20}страниц[уы].*",
        r"ничего не найдено",
        r"не найдено",
    ),
    "uk": (
        r"(?:ця |така |запитана |запитувана )*(?:сторінка|сторінку|сторінки|стаття|документ) ~(?:не знайдена|"
        r"не знайдено|не існує|видалена|недоступна|відсутня|більше не існує)",
        r"такої сторінки (?:немає|не існує).*",
    ),
    "sr-hr-bs": (
        r"(?:ova |tražena |zahtevana |zatražena |stranica koju tražite |strana koju tražite )*(?:stranica|strana|"
        r"stranicu|članak|tekst|vest|dokument) ~(?:nije pronađena?|nije pronađen|nije nađena|ne postoji|"
        r"nije dostupna|ne može biti pronađena|ne može da se pronađe|više ne postoji|je uklonjena|ne postoji više)",
        r"(?:nismo pronašli|ne možemo pronaći|nismo našli) .*(?:stranicu|stranu).*",
        r"nema (?:takve|te|tražene) stran(?:e|ice).*",
    ),
    "sl": (
        r"(?:ta |iskana |zahtevana )*(?:stran|strani|članek) ~(?:ni bila najdena|ni najdena|ne obstaja|"
        r"ni mogoče najti|ne obstaja več|ni bilo mogoče najti)",
        r"strani ni mogoče najti",
    ),
    "mk": (r"(?:оваа |бараната )*(?:страница|страницата) ~(?:не е пронајдена|не постои|не беше пронајдена)",),
    "sq": (r"(?:kjo )?(?:faqja|faqe|artikulli) ~(?:nuk u gjet|nuk ekziston|nuk gjendet|nuk u gjend)",),
    "el": (
        r"(?:η |αυτή η |το )*(?:σελίδα|άρθρο|σελίδας|ιστοσελίδα) ~(?:δεν βρέθηκε|δε βρέθηκε|δεν υπάρχει|"
        r"δεν υπάρχει πλέον|δεν είναι διαθέσιμη|δεν μπορεί να βρεθεί)",
    ),
    "tr": (
        r"(?:bu |aradığınız |istenen |istediğiniz )*(?:sayfa|sayfayı|haber|içerik|dosya|sayfaya) ~(?:bulunamadı|"
        r"bulunamıyor|mevcut değil|yok|bulamadık|kaldırılmış|ulaşılamıyor)",
    ),
    "ar": (
        r"(?:عذرا )?(?:لم يتم العثور على|لم نتمكن من العثور على|تعذر العثور على|لا يمكن العثور على) (?:هذه )?(?:الصفحة|صفحة|المحتوى).*",
        r"(?:هذه )?الصفحة ~(?:غير موجودة|غير متوفرة|غير متاحة|لا توجد|لم تعد موجودة)",
        r"غير موجود(?:ة)?",
    ),
    "he": (r"(?:ה)?(?:דף|עמוד|דף ה?מבוקש|כתבה) ~(?:לא נמצאה?|אינו קיים|לא קיים|איננו)",),
    "fa": (r"(?:این |صفحه )*(?:صفحه|برگه|مطلب) ~(?:یافت نشد|پیدا نشد|وجود ندارد|موجود نیست|پیدا نکردیم).*",),
    "hi": (r"(?:यह |अनुरोधित )*(?:पृष्ठ|पेज|पन्ना) ~(?:नहीं मिला|मौजूद नहीं है|उपलब्ध नहीं है|नहीं मिल सका|नहीं मिल रहा)",),
    "bn": (r"(?:এই )?(?:পৃষ্ঠা|পাতা|পৃষ্ঠাটি|পাতাটি) ~(?:পাওয়া যায়নি|পাওয়া যায় নি|খুঁজে পাওয়া যায়নি)",),
    "zh": (
        r"(?:您|你)?(?:所)?(?:要)?(?:访问|請求|请求|查看|查找|寻找|尋找|瀏覽|浏览|找|要求)?的?(?:该|此|這個|这个|本)?"
        r"(?:页面|頁面|网页|網頁|内容|內容|文章|页|頁)(?:已经|已經|可能)?"
        r"(?:不存在|找不到了?|未找到|没有找到|沒有找到|无法找到|無法找到|已被?删除|已被?刪除|不見了|不见了|无法访问|走丢了)(?:了|或已.*)?",
        r"(?:无法|無法|未能?|没有|沒有)?(?:找不到|未找到|找到)(?:该|此|您|你|這個|这个)?.{0,6}(?:页面|頁面|网页|網頁|页|頁)",
    ),
    "ja": (
        r"(?:お探し|ご指定|指定され?た?|ご要望|アクセスしようとした|お求め|該当|この|その)?の?(?:し)?(?:た)?"
        r"(?:ページ|記事|url|ファイル|コンテンツ|お探しのページ)(?:は|が|を)?(?:現在)?(?:、)?"
        r"(?:見つかりません(?:でした)?|みつかりません(?:でした)?|存在しません|ございません|ありません|見つけることができません(?:でした)?|"
        r"見つかりませんでした|削除されました|存在しないか.*|表示できません|お探しできません)",
        r"ページが見つからない(?:場合)?",
        r"(?:この|その)?(?:ページ|記事)(?:は|の)?(?:公開|掲載|配信)(?:期間)?(?:は|が|を)?終了(?:いた)?(?:し|しており)ま(?:した|す)",
        r"掲載期間が終了(?:した|しました).*",
    ),
    "ko": (
        r"(?:요청하신|찾으시는|찾으려는|해당|이|원하시는)? ?(?:페이지|기사|문서|게시물)(?:를|가|을|이|는|은)? ?"
        r"(?:찾을 수 없습니다|찾을 수 없음|존재하지 않습니다|없습니다|삭제되었습니다|찾지 못했습니다|찾을수 없습니다|더 이상 제공되지 않습니다|삭제되었거나.*)",
        r"삭제된 (?:페이지|기사|게시물)입니다",
    ),
    "vi": (
        r"(?:không tìm thấy|không thể tìm thấy) (?:trang|bài viết|nội dung).*",
        r"(?:trang|bài viết)(?: này)? ~(?:không tồn tại|không tìm thấy|không còn(?: tồn tại)?|không có)",
    ),
    "id-ms": (
        r"(?:halaman|laman|artikel|konten) ~(?:tidak ditemukan|tidak dapat ditemukan|tidak ada|tidak tersedia|"
        r"tidak dijumpai|tidak ditemui|tidak wujud|telah dihapus)",
    ),
    "th": (r"(?:ไม่พบ|หาไม่พบ)(?:หน้า|หน้าเว็บ|เพจ|บทความ).*", r"(?:หน้า|เพจ|หน้าเว็บ).{0,20}(?:ไม่พบ|ไม่มีอยู่|หาไม่พบ)"),
    "et": (r"(?:seda |otsitud |soovitud )*(?:lehekülge|lehte|leht|lehekülg|artiklit) ~(?:ei leitud|ei ole|ei leia|puudub)",),
    "lv": (r"(?:šī |meklētā |pieprasītā )*(?:lapa|lapu|raksts) ~(?:ir dzests|nav atrasta|netika atrasta|neeksistē|nevar atrast|nav pieejama|nav atrasts)",),
    "lt": (r"(?:šis |ieškomas |toks )*(?:puslapis|puslapio|straipsnis) ~(?:pasalintas|perkeltas|nerastas|neegzistuoja|nėra|nerasta)",),
    "ca": (r"(?:la |aquesta )*(?:pagina|article) ~(?:no trobada|no (?:s'ha |es )?(?:pot )?troba(?:t|r|da)|no existeix|no s'ha trobat)", r"no s'ha (?:trobat|pogut trobar) (?:la|aquesta) pagina.*"),
    "searches": (
        r"no (?:search )?(?:results|products|items|matches|listings)(?: found)?|nothing matched [\"“'‘«].{0,160}|your search (?:for .{0,100} )?(?:gave|returned|found|had|did not match) (?:0|no|any) .{0,20}|keine (?:treffer|ergebnisse|produkte)(?: gefunden)?|(?:ihre |die )?suche (?:nach .{0,100} )?(?:ergab|lieferte|brachte) (?:keine|0) (?:treffer|ergebnisse)",
        r"aucun (?:resultat|produit)(?: trouve)?|votre recherche .{0,100}n'a (?:donne|retourne|renvoye) aucun resultat|sin resultados|no se (?:han )?encontra(?:ron|do) (?:resultados|productos).{0,100}|nessun (?:risultato|prodotto)(?: trovato)?|geen (?:resultaten|producten)(?: gevonden)?|nenhum (?:resultado|produto)(?: encontrado)?|sem resultados|brak wynikow|nie znaleziono (?:wynikow|produktow).{0,100}",
        r"(?:по (?:вашему )?запросу .{0,100})?ничего не найдено|inga (?:traffar|resultat)|sokningen (?:pa .{0,100} )?gav inga (?:traffar|resultat)|ingen (?:resultater|treff)|ei (?:haku)?tuloksia|zadne vysledky|nincs talalat|niciun rezultat|нищо не е намерено|нічого не знайдено|nema rezultata|sonuc bulunamadi|(?:検索結果|該当).{0,10}(?:見つかりません(?:でした)?|ありません(?:でした)?)|没有找到.{0,20}(?:结果|内容)|검색 ?결과가 없습니다",
    ),
    "forums": (
        r"el tema solicitado no se ha podido encontrar|(?:den |det )?(?:efterfragade |forespurgte |forespurte )?(?:traden|amnet|emnet|traaden) (?:kunde inte hittas|blev ikke fundet|ble ikke funnet)|le sujet demande est introuvable|il thread richiesto non (?:e stato trovato|esiste)",
        r"(?:zgloszenie|temat|watek|blad) (?:#|nr )?\d* ?nie istnieje|nieprawidlowy numer|(?:vi )?finner ikke det du leter etter|no hemos podido encontrar lo que buscas|pyydettya viestiketjua ei loydy|vlakno neexistuje.{0,40}",
        r"(?:l')?argomento (?:richiesto )?non esiste|(?:wybrany |zadany )?temat nie istnieje|(?:запрошенн(?:ой|ая) |указанн(?:ой|ая) )?тем[аы] не (?:существует|найдена)|(?:het )?(?:opgevraagde )?onderwerp bestaat niet|o topico (?:solicitado )?nao existe|(?:запитувана )?тема не існує|(?:trazena )?tema ne postoji",
        r"(?:指定的|您访问的|您訪問的)?(?:主题|主題|帖子|贴子|话题|話題)不存在.{0,30}|(?:指定された|該当する)?(?:トピック|スレッド)(?:は|が)?(?:存在しません|見つかりません)|존재하지 않는 (?:게시물|게시글|글|주제)입니다",
    ),
    # The two words alone, as frameworks have them; a longer line says of what.
    "alone": (
        r"(?:nicht gefunden|niet gevonden|introuvable|non trouvee?|no encontrad[oa]|no trobat|non atopado|nao encontrad[oa]|non trovat[oa]|ikkj?e (?:funnet|funne|fundet)|(?:inte|ej) hittad|hittades inte|ei (?:loytynyt|loydy|leitud)|nie znaleziono|nenalezeno|nenajdene|ni najdeno|nije (?:pronadeno|pronadjeno)|не е намерено|не намерено|не найдено|не знайдено|не знойдзена|δεν βρεθηκε|bulunamadi|tapılmadı|nem talalhato|nu a fost gasita?|negasit|nerasta|nav atrasts|tidak (?:ditemukan|dijumpai|ditemui)|không tìm thấy|nuk u gjet|ez da aurkitu|fannst ekki|табылмады|олдсонгүй)$",
        r"(?:未找到|找不到|見つかりません(?:でした)?|未検出|찾을 수 없(?:음|습니다)|ไม่พบ|غير موجود|لم يتم العثور عليه|یافت نشد|پیدا نشد|לא נמצא|नहीं मिला|পাওয়া যায়নি|ვერ მოიძებნა|չի գտնվել)$",
    ),
    "lost": (
        r"(?:this |the )?page (?:has vanished|never existed|seems to be lost).*|(?:looks like |seems like |it seems )?(?:you(?:'re| are)? (?:got )?|we(?:'ve| have) )(?:a little |a bit )?lost(?: this page)?|(?:you (?:seem to |have )*|i'm afraid you(?:'ve| have) )(?:stumbled (?:up)?on|found|reached|landed on) a page that (?:does(?: not|n't) exist|isn't there).*|no page (?:with|at) this (?:url|address|name) (?:exists|was found)?|this is not the (?:web ?)?page you (?:were|are) looking for.*|we seem to have lost this page|there is nothing to see here",
    ),
}  # fmt: skip
