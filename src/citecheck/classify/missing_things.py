# ruff: noqa: E501 - a wording stays in one piece, so that it can be found and read
"""What a language says of a page that is not there, by its parts: "the requested page could not be found".

Systems for content, forums and archives say it of pages, articles, files and accounts, with the thing before or
behind, and with or without "requested". Each language is what may lead up to the thing, the
things, what follows when they are missing, and what comes before them instead.
"""

from typing import NamedTuple


class Missing(NamedTuple):
    """One language: patterns of words, to be folded. `before` is "" where nothing is said in that order. Of the
    words in `cues`, one is in every such message: without it, the language need not be tried. Of `others`,
    accounts and data sets, a line of the page may say so, with no word more, and no headline; of `wares` only that they were removed: headlines tell of
    both, and of groups and people in other roles they tell it too often."""

    cues: str
    lead: str
    things: str
    others: str
    wares: str
    after: str
    before: str = ""


# fmt: off
LANGUAGES: dict[str, Missing] = {
    "en": Missing(
        "invalid unknown not cannot can't couldn't doesn't unable failed longer", r"the|this|that|your|requested|specified|selected|desired|web",
        r"pages?|articles?|documents?|files?|contents?|resources?|items?|posts?|entry|entries|url|address|link|record|category|topic|thread|layout|object|user profile|contact",
        r"user(?: ?(?:name|id|account))?|profile|account|channel|threads?|data ?sets?", r"packages?|events?|products?|videos?|images?|jobs?|comments?|collection",
        r"not found|not be found|could(?: not|n't) be found|can(?:not|'t) be found|does(?: not|n't) exist|no longer exists?|not be located|not registered|not valid|is (?:unknown|invalid)|either invalid or doesn't exist", r"(?:we |i )(?:(?:are |am |were )?unable to|failed to) (?:find|locate)|(?:we |i )?(?:could(?: not|n't)|can(?:not|'t)) (?:find|locate)"),
    "de": Missing(
        "nicht", r"die|der|das|dies(?:e|er|es|en)|den|dem|gewunschte[nsr]?|angeforderte[nsr]?|gesuchte[nsr]?|aufgerufene[nsr]?|angegebene[nsr]?|von|ihnen|wir|konnten?|konnen|kann|server",
        r"(?:web|internet)?seite|artikel|beitrag|dokument|datei|inhalte?|ressource|adresse|eintrag|meldung|kategorie|objekt|(?:benutzer)?profil|kontakt|link",
        r"(?:be)?nutzer(?:name|konto)?|konto|account|datensatz|thread", r"daten|paket|veranstaltung|produkt|video|bild|kommentar|sammlung",
        r"nicht gefunden(?: werden)?|existiert nicht(?: mehr)?|nicht vorhanden|nicht verfugbar|nicht finden|gibt es nicht(?: mehr)?|nicht (?:mehr )?auffindbar"),
    "nl": Missing(
        "niet", r"de|het|een|deze|dit|die|gevraagde|opgevraagde|gezochte|gewenste|we|wij|kunnen|konden|kan",
        r"(?:web)?pagina|artikel|document|bestand|inhoud|bron|bericht|adres|item|link|categorie|(?:gebruikers)?profiel|contact(?:persoon)?",
        r"gebruiker(?:snaam)?|account|kanaal|dataset", r"product|video|afbeelding|reactie",
        r"niet (?:gevonden|geregistreerd|vinden|worden gevonden|gevonden worden|terugvinden)|bestaat niet(?: meer)?|niet (?:meer )?beschikbaar"),
    "af": Missing(
        "nie", r"die|hierdie|versoekte|gevraagde",
        r"bladsy|artikel|dokument|hulpbron|inhoud|kontak|gebruikersprofiel|kategorie",
        r"gebruiker|rekening", r"",
        r"(?:kan |kon )?nie gevind(?: word)?(?: nie)?|bestaan nie"),
    "sv": Missing(
        "inte hittades saknas ej hittade hittad hittar", r"den|det|denna|detta|begarda|efterfragade|sokta|onskade",
        r"sidan?|artikeln?|dokument(?:et)?|fil(?:en)?|innehall(?:et)?|resurs(?:en)?|kallan?|kontakt(?:en)?|(?:anvandar)?profil(?:en)?|kategorin?|inlagg(?:et)?|lank(?:en)?|adress(?:en)?",
        r"anvandaren?|konto(?:t)?|dataset(?:et)?|trad(?:en)?", r"paket(?:et)?|produkten?|video(?:n|klippet)?|bilden?|objekt(?:et)?",
        r"(?:kunde |kan )?inte (?:hittas|hittats)|hittades inte|finns inte(?: langre)?|saknas|ej hittad", r"(?:vi )?(?:(?:kan|kunde) inte hitta|hittade? (?:inte|ingen)|hittar inte)"),
    "da": Missing(
        "ikke", r"den|det|denne|dette|forespurgte|onskede|anmodede|sogte",
        r"siden?|artikel|artiklen|dokument(?:et)?|fil(?:en)?|indhold(?:et)?|ressourcen?|kontakt(?:en)?|(?:bruger)?profil(?:en)?|kategori(?:en)?|indlaeg(?:get)?|adressen?|link(?:et)?",
        r"bruger(?:en)?|konto(?:en)?|datasaet(?:tet)?|traaden", r"pakken?|produkt(?:et)?|video(?:en)?|billedet?",
        r"(?:kunne |kan |blev )?ikke (?:findes|fundet|blive fundet)|findes ikke(?: laengere)?|eksisterer ikke(?: laengere)?", r"(?:vi )?(?:kunne|kan) ikke finde"),
    "no": Missing(
        "ikke ikkje", r"den|det|denne|dette|forespurte|onskede|onska|etterspurte|sokte",
        r"side[na]?|sida|artikkel(?:en)?|dokument(?:et)?|fil(?:en|a)?|innh[oa]ld(?:et)?|ressurs(?:en)?|kontakt(?:en)?|(?:bruk[ae]r)?profil(?:en)?|kategori(?:en)?|innlegg(?:et)?",
        r"bruk[ae]r(?:en)?|konto(?:en)?|datasett(?:et)?|traden", r"pakken?|produkt(?:et)?|video(?:en)?|bildet?",
        r"(?:kunne |kan |ble |vart )?ikkj?e (?:finnes|funnet|funne|bli funnet)|finn(?:es|st|ast) ikkj?e(?: lenger)?|eksisterer ikkj?e(?: lenger)?", r"(?:vi )?(?:(?:kunne|kan) ikkj?e finne|fant ikke|fann ikkje|finner ikke)"),
    "is": Missing(
        "ekki", r"þessi|umbeðin|umbeðna",
        r"siðan?|siðu(?:na)?|grein(?:in)?|skjal(?:ið)?|skra(?:in)?",
        r"gagnapakki|gagnasafn|tilfang|notandi", r"safn",
        r"fannst ekki|finnst ekki|er ekki til", r"gat ekki fundið"),
    "fi": Missing(
        "ei", r"pyyd?ettya|pyytamaasi|etsimaasi|haettua|hakemaasi|tata|valittua",
        r"sivua?|artikkelia?|dokumenttia?|tiedostoa?|sisaltoa?|resurssia?|kohdetta|(?:kayttaja)?profiilia?|yhteystietoa?|osoitetta?|aineistoa?",
        r"kayttajaa?|tilia|kanavaa|tietoaineistoa?", r"tuotetta|videota|kuvaa|viestia|pakettia",
        r"ei (?:loydy|loytynyt|loydetty|loyvy|loytyny|ole (?:olemassa|saatavilla))"),
    "et": Missing(
        "ei", r"kusitud|soovitud|otsitud|seda|antud",
        r"lehte?|leht|lehekul[gj]e?|artik(?:kel|lit)|dokumenti?|faili?|sisu|ressurssi?|(?:kasutaja )?profiili|kontakti|materjali|postitust",
        r"kasutajat|kontot|andmestik(?:ku)?", r"toodet|videot|pilti",
        r"ei (?:leitud|leidu|leia|ole (?:enam )?olemas)"),
    "lt": Missing(
        "nerastas nerasta neegzistuoja nebuvo nebeegzistuoja", r"prasom(?:as|a)|ieskom(?:as|a)|sis|si|nurodyt(?:as|a)",
        r"puslapis|straipsnis|dokumentas|failas|turinys|resursas|isteklius|(?:nario |vartotojo |naudotojo )?profilis|adresatas|kontaktas|irasas",
        r"naudotojas|vartotojas|paskyra|rinkmena|duomenu rinkinys", r"preke|vaizdo irasas",
        r"nerast(?:as|a)|neegzistuoja|nebuvo rast(?:as|a)|nebeegzistuoja"),
    "lv": Missing(
        "nav netika neeksiste", r"pieprasit(?:a|ais)|meklejam(?:a|ais)|meklet(?:a|ais)|si|sis|jusu",
        r"lapa|raksts|dokuments|fails|saturs|resurss|objekts|(?:lietotaja )?profils|kontakts|ieraksts",
        r"lietotajs|konts|datu kopa", r"kategorija|prece|video",
        r"nav (?:atrodam[as]|atrast[as]|pieejam[as])|netika atrast[as]|neeksiste"),
    "fr": Missing(
        "introuvable n'existe non n'a pas ne n'avons n'arrivons inexistant inexistante impossible", r"la|le|les|cette|ce|cet|votre",
        r"(?:l'|d')?(?:page|article|document|fichier|contenu|ressource|adresse|lien|profil(?: utilisateur)?|contact|categorie|element|publication|billet|sujet)",
        r"(?:l')?utilisateur|(?:l')?compte|jeu de donnees", r"paquet|evenement|produit|image|photo|video|annonce|offre|discussion|commentaire",
        r"(?:est |semble )?introuvable|n'existe (?:pas|plus)|non trouvee?|n'a pas (?:ete|pu etre) trouvee?|ne peut (?:pas )?etre (?:affichee?|trouvee?)|pas trouvee?|inexistante?", r"(?:impossible de|nous n'avons pas pu|nous ne pouvons pas|nous n'arrivons pas a|ne (?:peut|peux|pouvons)(?: pas)?) trouver|nous ne trouvons pas|nous n'avons pas trouve"),
    "es": Missing(
        "no inexistente", r"la|el|lo|esta|este|ese|esa|dicha",
        r"pagina(?: web)?|articulo|documento|archivo|contenido|recurso|direccion|enlace|perfil(?: de usuario)?|contacto|categoria|elemento|noticia|entrada|publicacion|tema",
        r"usuari[oa]|cuenta|conjunto de datos|hilo", r"paquete|evento|producto|imagen|foto|video|anuncio|oferta|comentario",
        r"no (?:existe|encontrad[oa]|se (?:ha )?(?:encontro|encontrado|encuentra)|ha sido encontrad[oa]|(?:se )?(?:pudo|puede) (?:ser encontrad[oa]|encontrar(?:se)?)|esta disponible)|inexistente", r"(?:lo sentimos )?no (?:se )?(?:(?:ha sido posible|puede|pudo|pudimos|podemos|es posible) (?:encontrar|hallar|localizar)|(?:ha|han|hemos|he) encontrado|encontro|encontramos|existe)"),
    "ca": Missing(
        "no", r"la|el|aquesta|aquest",
        r"(?:l')?(?:pagina|article|document|fitxer|contingut|recurs|perfil(?: d'usuari)?|contacte?|categoria|element)",
        r"(?:l')?usuari|compte|conjunt de dades", r"paquet|producte|(?:l')?esdeveniment|imatge",
        r"no (?:trobad[oa]|trobat|existeix|s'ha trobat|ha estat trobat|es pot trobar|s'ha pogut trobar)", r"no (?:(?:es pot|s'ha pogut|podem|hem pogut) trobar|s'ha trobat|hem trobat)"),
    "gl": Missing(
        "non", r"a|o|esta|este",
        r"paxina|artigo|documento|contido|recurso|contacto|perfil(?: do usuario)?",
        r"usuario|conta|conxunto de datos", r"paquete|produto|imaxe",
        r"non (?:atopad[oa]|existe|se atopou|foi atopad[oa]|encontrad[oa])", r"non (?:se atopou|se puido atopar|foi posi(?:ble|bel) atopar)"),
    "pt": Missing(
        "nao inexistente", r"a|o|esta|este|essa|esse|sua|parece|que",
        r"pagina|artigo|documento|arquivo|ficheiro|conteudo|recurso|endereco|link|perfil(?: de (?:utilizador|usuario))?|contac?to|categoria|item|noticia|materia|postagem",
        r"usuari[oa]|utilizador|conta|conjunto de dados", r"pacote|evento|produto|imagem|foto|video|anuncio|vaga|comentario",
        r"nao (?:existe|encontrad[oa]|foi (?:encontrad[oa]|possivel encontrar)|pode ser encontrad[oa]|esta disponivel|localizad[oa])|inexistente", r"nao (?:foi possivel|conseguimos|consegue|pudemos|pode) (?:encontrar|localizar)|nao encontramos"),
    "it": Missing(
        "non inesistente impossibile", r"la|il|lo|questa|questo|i",
        r"(?:l')?(?:pagina|articolo|documento|file|contenuto|risorsa|indirizzo|collegamento|link|profilo(?: utente)?|contatto|categoria|elemento|notizia)",
        r"(?:l')?utente|(?:l')?account|dataset|insieme di dati|utente", r"pacchetto|(?:l')?evento|prodotto|(?:l')?immagine|foto|video|(?:l')?annuncio|discussione|commento",
        r"non (?:trovat[oa]|esiste|e stat[oa] trovat[oa]|puo essere trovat[oa]|e disponibile)|inesistente", r"(?:non e (?:stato )?possibile|impossibile|non riesce a|non puo|non riusciamo a|non siamo riusciti a) trovare|non abbiamo trovato"),
    "ro": Missing(
        "nu negasit negasita inexistent inexistenta", r"aceasta|acest|aceste",
        r"pagina|articol(?:ul)?|document(?:ul)?|fisier(?:ul)?|continut(?:ul)?|resursa|adresa|profil(?:ul)?(?: utilizatorului)?|contact(?:ul)?|categoria",
        r"utilizator(?:ul)?|cont(?:ul)?|set(?:ul)? de date", r"produs(?:ul)?|anunt(?:ul)?|imagine",
        r"nu (?:exista|a fost gasita?|poate fi gasita?|este disponibila?|s-a gasit)|negasita?|inexistenta?", r"nu (?:am|s-a|poate) (?:putut )?gasit?"),
    "pl": Missing(
        "nie", r"tak(?:a|i|iej|iego)|ta|ten|tej|podan(?:a|y|ej|ego)|zadan(?:a|y|ej|ego)|szukan(?:a|y|ej|ego)|wybran(?:a|y|ej|ego)",
        r"stron(?:a|y|e)|artykulu?|dokumentu?|pliku?|tresci?|zaso[bo]u?b?|adresu?|profilu?(?: uzytkownika)?|kontaktu?|kategori[ai]|wpisu?|tekstu?",
        r"uzytkownika?|kont[oa]|zbioru? danych|watku?", r"produktu?|filmu?|zdjeci[ea]|ogloszeni[ea]|ofert[ay]|pakietu?",
        r"nie (?:istnieje|zostal[ao]? (?:znalezion[ayo]|odnalezion[ayo])|znalezion[oa]|odnaleziono|mozna (?:znalezc|odnalezc))", r"nie (?:znaleziono|odnaleziono|ma|(?:mozna|mozemy|moze|udalo sie) (?:znalezc|odnalezc))"),
    "cs": Missing(
        "nebyl nebyla nebylo nebyly nelze nemohl nemohla nemohlo neexistuje nenalezen nenalezena nenalezeno nenasel nenasla nepodarilo nenasli", r"pozadovan[aeuy]|hledan[aeuy]|tato|tento|tuto|zadan[aeuy]|vami",
        r"strank[aui]|clanek|clanku|dokument|soubor|obsah|zdroj|adres[au]|(?:uzivatelsky )?profil|kontakt|kategori[ei]|polozk[au]|prispevek",
        r"uzivatel|ucet|datova sada|datovy zdroj", r"balicek|produkt|video|obrazek|inzerat|nabidka|diskuse",
        r"(?:nebyl[ayo]?|nelze|nemohl[ayo]? byt|nebylo mozne) (?:nalezen[ayo]?|najit|nalezt)|neexistuje|nenalezen[ayo]?|nenasel|nenasla", r"nelze (?:najit|nalezt)|nepodarilo se (?:najit|nalezt)|nenasli jsme"),
    "sk": Missing(
        "nebol nebola nebolo nemozno nemohol nemohla neexistuje nenasla nenaslo nenasiel nenajdena nenajdeny nenajdene nepodarilo nenasli", r"pozadovan[aeuy]|hladan[aeuy]|tato|tento|tuto|zadan[aeuy]|vami",
        r"strank[auy]|clanok|dokument|subor|obsah|zdroj|adres[au]|profil(?: pouzivatela)?|kontakt|kategori[ae]",
        r"pouzivatel|ucet|dataset", r"balik|produkt|video|obrazok|inzerat|ponuka|diskusia",
        r"(?:nebol[ao]?|nemozno|nemohla? byt) (?:najden[aey]?|najst)|neexistuje|sa nenasl[ao]|sa nenasiel|nenajden[aey]", r"nemozno najst|nepodarilo sa najst|nenasli sme"),
    "sl": Missing(
        "ni ne", r"zahtevan[aeio]|iskan[aeio]|ta|zelen[aeio]",
        r"strani?|clanek|prispevek|dokument|datoteka|vsebina|vir|(?:uporabniski )?profil|stika?|kontakt",
        r"uporabnik|racun|podatkovna zbirka", r"zbirka|izdelek|video|slika",
        r"ni (?:bil[aio]? )?(?:mogoce )?najden[aoi]?|ni (?:bilo )?mogoce najti|ne obstaja", r"ni (?:bilo )?mogoce najti|ne najde(?:m|mo)"),
    "sr": Missing(
        "nije nisu ne nismo", r"trazen[aiou]|zatrazen[aiou]|ov(?:a|aj|u)|t(?:u|aj|a)|zeljen[aiou]|naveden[aiou]?|zahtevan[aiou]",
        r"(?:web )?stran(?:ic)?[aue]|clanak|clanka|dokument|datotek[au]|sadrzaj|resurs|adres[au]|(?:korisnicki )?profil(?: korisnika)?|kontakt|kategorij[au]|vi?jest|vest|objav[au]|nalog",
        r"korisnik|racun|skup podataka", r"paket|proizvod|video|slika|oglas",
        r"ni(?:je|su) (?:pro)?n(?:adj|ad|adx)en[aio]?|ne postoji(?: vise)?|nije moguce (?:pro)?naci|ne moze (?:se )?(?:biti )?(?:pro)?na(?:ci|djena?|dena?)|nije dostup(?:an|na)", r"(?:nije moguce|ne mozemo|nismo mogli) (?:pro)?naci|nismo (?:pro)?nasli"),
    "mk": Missing(
        "не", r"baran(?:ata|iot|oto)|ovaa|ovoj",
        r"stranic?a(?:ta)?|artikl?(?:ot)?|statija(?:ta)?|dokument(?:ot)?|izvor(?:ot)?|sodrzina(?:ta)?|(?:korisnickiot )?profil(?:ot)?|kontakt(?:ot)?",
        r"korisnik(?:ot)?|smetka(?:ta)?|podatoc(?:n|hn)iot set|resurs(?:ot)?", r"proizvod(?:ot)?",
        r"ne (?:e|bese|moze da bide) (?:pro)?najden[ao]?|ne postoi"),
    "bg": Missing(
        "не липсва", r"търсен(?:ата|ият|ото)|тази|този|исканата|заявената|посочената",
        r"страница(?:та)?|статия(?:та)?|документ(?:ът|а)?|файл(?:ът|а)?|съдържание(?:то)?|ресурс(?:ът|а)?|адрес(?:ът|а)?|(?:потребителски(?:ят)? )?профил(?:ът|а)?|контакт(?:ът)?|категория(?:та)?|публикация(?:та)?",
        r"потребител(?:ят)?|акаунт(?:ът)?|наборът от данни", r"пакет(?:ът)?|продукт(?:ът)?|обява(?:та)?|видео(?:то)?",
        r"не (?:е|беше|бе|може да бъде|са) (?:намерен[ао]?|открит[ао]?)|не съществува|липсва", r"не (?:може да бъде|успяхме да) (?:намер|откри)\w*"),
    "ru": Missing(
        "не отсутствует нет", r"запрошенн(?:ая|ый|ое|ой|ую)|запрашиваем(?:ая|ый|ое|ой|ую)|данн(?:ая|ый|ое|ой|ую)|эт(?:а|от|у|ой)|указанн(?:ая|ый|ое|ую)|иском(?:ая|ый|ое|ую)|вами|вас|нужн(?:ая|ый|ую)|такой|такая|такого",
        r"страниц(?:а|у|ы)|стать(?:я|ю|и)|документа?|файла?|содержимое|содержание|контент|материала?|ресурса?|адреса?|профил(?:ь|я)(?: пользователя)?|контакта?|категори(?:я|ю|и)|новост(?:ь|и)|запис(?:ь|и)|объект",
        r"пользовател(?:ь|я)|аккаунта?|пользователи|(?:набор|пакет) данных", r"файлы|товара?|вакансия|объявлени(?:е|я)|видео|изображение|комментари(?:й|я)",
        r"не (?:найден[аоы]?|существует|зарегистрирован|может быть найден[аоы]?|обнаружен[аоы]?|доступн[аоы]|удалось найти|удается найти)|отсутствует", r"не (?:удалось|удается|можем|может|могу|смог(?:ла|ли|ло)?|получается) (?:найти|обнаружить)|нет|мы не (?:нашли|смогли найти)"),
    "uk": Missing(
        "не відсутня відсутній", r"запитан(?:а|у|ий|ої|е)|запитуван(?:а|у|ий)|запрошен(?:а|у|ої)|цю|ця|цей|вказан(?:а|у|ий)|шукан(?:а|у|ий)",
        r"сторінк(?:а|у|и)|статт(?:я|ю|і)|документа?у?|файлу?|вміст|контент|матеріалу?|ресурсу?|адрес(?:а|у|и)|профіл(?:ь|ю)|обліковий запис|контакт|категорі(?:я|ю|ї)|новин(?:а|у)|запис",
        r"користувача?|акаунта?у?|набір дан+их", r"товару?|вакансія|оголошення|відео|зображення|коментара?",
        r"не (?:знайден(?:о|а|ий)|існує|зареєстрований|може бути знайден(?:а|ий|о)|доступн(?:а|ий))|відсутн(?:я|ій)", r"не (?:вдалося|вдається|можемо|може|зміг|змогла) знайти|ми не (?:знайшли|змогли знайти)"),
    "be": Missing(
        "не", r"запытан(?:ая|ы|ую)|гэтая|гэты|шуканая",
        r"старонк(?:а|у|і)|артыкул|дакумент|файл|змест|рэсурс|профіль|кантакт|матэрыял",
        r"карыстальніка?", r"",
        r"не (?:знойдзен(?:а|ы|ая)|існуе)"),
    "el": Missing(
        "δεν", r"η|ο|το|αυτη|αυτο|ζητουμεν(?:η|ο)|συγκεκριμεν(?:η|ο)|τη|την|τον",
        r"(?:ιστο)?σελιδα|αρθρο|εγγραφο|αρχειο|περιεχομενο|ποροσ?|διευθυνση|συνδεσμοσ|προφιλ(?: χρηστη)?|επαφη|κατηγορια|δημοσιευση",
        r"χρηστησ|λογαριασμοσ|καναλι|συνολο δεδομενων", r"προϊον|βιντεο|εικονα|αγγελια",
        r"δεν (?:βρεθηκε|βρεθηκαν|υπαρχει(?: πλεον)?|ειναι διαθεσιμ\w|μπορεσε να βρεθει|ειναι δυνατον να βρεθει)", r"δεν (?:βρεθηκε|βρηκαμε|μπορεσαμε να βρουμε|μπορουμε να βρουμε|υπαρχει)"),
    "sq": Missing(
        "nuk pagjetur s'u", r"kjo|kete|ky",
        r"faqe(?:ja|je|n|s)?|artikulli?|dokumenti?|permbajtja|burimi|profili?(?: perdoruesit)?|[ck]onta[ck]ti?",
        r"perdoruesi|llogaria|seti i te dhenave", r"produkti",
        r"nuk (?:u gjet|ekziston|gjendet)|[ie] pagjetur|s'u gjet", r"nuk (?:qe|eshte|ishte) e mundur gjetja e(?: kesaj| ketij)?|nuk mund te gjejme"),
    "hu": Missing(
        "nem nincs", r"az?|ez az?|kert|keresett|megadott|kivant",
        r"(?:web)?oldal|lap|cikk|dokumentum|fajl|tartalom|eroforras|cim|(?:felhasznaloi )?profil|kapcsolat(?:tarto)?|kategoria|bejegyzes",
        r"felhasznalo|fiok|adatkeszlet", r"termek|video|kep|hirdetes",
        r"nem (?:talalhato|letezik|elerheto)(?: meg)?|nincs meg", r"nem (?:talalhato|talaljuk|talalja)"),
    "tr": Missing(
        "bulunamadi bulunamiyor mevcut yok yoktur bulunmuyor bulunmamaktadir bulunamamistir", r"aradiginiz|istenen|istediginiz|talep|edilen|bu|boyle|bir|belirtilen|ilgili",
        r"sayfa(?:yi|si)?|makale(?:yi)?|icerik|belge|dosya|kaynak|adres|(?:kullanici )?profili?|iletisim|kisi|kategori|haber|yazi",
        r"kullanici|hesap|veri kumesi", r"urun|video|resim|ilan|yorum",
        r"bulunamadi|bulunamiyor|mevcut degil(?:dir)?|bulunmuyor|bulunmamaktadir|bulunamamistir"),
    "az": Missing(
        "tapılmadı tapılmayıb tapılamdı mövcud yoxdur", r"bu|cür|axtardığınız|istədiyiniz|sorğulanan|tələb|olunan|axtarılan",
        r"səhifə|məqalə|sənəd|fayl|resurs|məzmun|(?:istifadəçinin )?profili?|əlaqə|kontakt|xəbər",
        r"istifadəçi|hesab|məlumat toplusu", r"məhsul|elan",
        r"tapılma(?:dı|yıb)|tapılamdı|mövcud deyil|yoxdur"),
    "kk": Missing(
        "табылмады жоқ табылмаған", r"мұндай|сұралған|бұл|ізделген",
        r"бет|парақ|материал|мақала|құжат|файл|ресурс|қор|(?:қолданушы )?профил(?:ь|і)|контакт",
        r"пайдаланушы|қолданушы", r"",
        r"табылмады|атымен жоқ|табылған жоқ|табылмаған"),
    "ky": Missing(
        "табылбады жок", r"суралган|бул",
        r"барак|макала|документ|ресурс|(?:колдонуучунун )?профил(?:ь|и)|байланыш",
        r"", r"",
        r"табылган жок|табылбады"),
    "uz": Missing(
        "topilmadi mavjud", r"bu|so.{0,2}ralgan",
        r"sahifa|maqola|hujjat|fayl|manba|profil",
        r"", r"",
        r"topilmadi|mavjud emas"),
    "mn": Missing(
        "олдсонгүй байхгүй", r"хүссэн|энэ",
        r"хуудас|нийтлэл|файл|үүсвэр|хаяг|(?:хэрэглэгчийн )?бүртгэл",
        r"өгөгдлийн бүрдэл|хэрэглэгч|нөөц", r"",
        r"олдсонгүй|байхгүй"),
    "ka": Missing(
        "ვერ არ", r"მოთხოვნილი|ეს",
        r"გვერდი|სტატია|დოკუმენტი|ფაილი|რესურსი|პროფილი|კონტაქტი|მასალა",
        r"მომხმარებელი|ანგარიში", r"მონაცემები|პროდუქტი",
        r"ვერ (?:მოიძებნა|იქნა ნაპოვნი)|არ (?:მოიძებნა|არსებობს|არის ნაპოვნი)"),
    "hy": Missing(
        "չի չգտնվեց չունի չկա", r"այսպիսի|այս|հարցված|որոնվող|օգտվողի",
        r"էջը?|հոդվածը?|փաստաթուղթը?|ֆայլը?|նյութը?|հատկագիրը?|կապորդը?|ռեսուրսը?",
        r"օգտատերը?|հաշիվը?", r"",
        r"չի գտնվել|չգտնվեց|գոյություն չունի|չկա"),
    "eo": Missing(
        "ne netrovebla", r"la|tiu|petita",
        r"paĝon?|artikolo|dosiero|risurco|(?:uzant-)?profilo|kontakto",
        r"", r"",
        r"ne (?:trovebla|troveblas|estas trovita|ekzistas|troviĝis)|netrovebla"),
    "eu": Missing(
        "ez", r"eskatutako|erabiltzailearen",
        r"orri(?:a|aldea)|artikulua|dokumentua|baliabidea|profila|kontaktua",
        r"datu-multzoa|erabiltzailea", r"",
        r"ez da (?:aurkitu|existitzen)", r"ez da aurkitu"),
    "cy": Missing(
        "heb", r"yr?",
        r"tudalen|dudalen|erthygl|adnodd|proffil|cyswllt",
        r"", r"",
        r"heb ei chanfod|heb ei ganfod", r"heb ganfod"),
    "ga": Missing(
        "nior gan", r"an",
        r"leathanach|alt|acmhainn|proifil",
        r"", r"",
        r"gan aimsiu", r"nior aimsiodh"),
    "hi": Missing(
        "नहीं", r"यह|अनुरोधित|उपयोगकर्ता",
        r"पृष्ठ|पेज|लेख|दस्तावेज़|फ़ाइल|सामग्री|संसाधन|प्रोफ़ाइल|संपर्क|खबर",
        r"खाता|उपयोगकर्ता|डेटासेट", r"उत्पाद|वीडियो",
        r"(?:पाया )?नहीं (?:मिला|मिली|जा सकता|जा सका|मिल सका)|पाया नहीं (?:गया|जा सकता)|मौजूद नहीं(?: है)?|उपलब्ध नहीं(?: है)?"),
    "bn": Missing(
        "যায়নি নেই", r"অনুরোধ|করা|এই|ব্যবহারকারীর",
        r"পাতা|পৃষ্ঠা|পেজ|নিবন্ধ|রিসোর্স|প্রোফাইল|যোগাযোগ|খবর|পরিলেখ",
        r"", r"",
        r"(?:খুঁজে )?পাওয়া যায়নি|বিদ্যমান নেই"),
    "ur": Missing(
        "نہیں", r"مطلوبہ|یہ|صارف|کا",
        r"صفحہ|مضمون|دستاویز|فائل|وسیلہ|پروفائل|رابطہ|خبر",
        r"", r"",
        r"نہیں (?:ملا|مل سکا|ملی|مل سکی)|موجود نہیں(?: ہے)?"),
    "ta": Missing(
        "முடியவில்லை காணவில்லை கிடைக்கவில்லை இல்லை", r"வேண்டப்பட்ட|இந்த(?:ப்|க்)?|கோரப்பட்ட",
        r"பக்கம்|பக்கத்தைக்?|கட்டுரை|வளம்|தொடர்பு",
        r"", r"",
        r"கண்டுபிடிக்க முடியவில்லை|காணவில்லை|கிடைக்கவில்லை|இல்லை"),
    "te": Missing(
        "కనుగొనబడలేదు దొరకలేదు కనబడలేదు", r"ఈ|అభ్యర్థించిన",
        r"పేజీ|వ్యాసం|వార్త",
        r"", r"",
        r"కనుగొనబడలేదు|దొరకలేదు|కనబడలేదు"),
    "ml": Missing(
        "ലഭ്യമല്ല കണ്ടെത്തിയില്ല കാണുന്നില്ല", r"ആവശ്യപ്പെട്ട|ഈ",
        r"പേജ്|ലേഖനം|താൾ",
        r"", r"",
        r"ലഭ്യമല്ല|കണ്ടെത്തിയില്ല|കാണുന്നില്ല"),
    "mr": Missing(
        "नाही", r"हे|विनंती|केलेले",
        r"पृष्ठ|पान|लेख",
        r"", r"",
        r"सापडले नाही|आढळले नाही|सापडला नाही"),
    "gu": Missing(
        "નથી નહિ", r"આ",
        r"પૃષ્ઠ|પેજ|લેખ",
        r"", r"",
        r"મળ્યું નથી|મળ્યુ નહિ|મળ્યો નથી"),
    "id": Missing(
        "tidak", r"maaf",
        r"halaman|laman|artikel|dokumen|berkas|file|fail|konten|kandungan|sumber(?: daya)?|alamat|profil(?: pengguna)?|kontak|kenalan|kategori|berita|tautan",
        r"pengguna|akun|kumpulan data|dataset", r"produk|video|gambar|lowongan",
        r"tidak (?:(?:dapat |bisa )?(?:ditemukan|ditemui|dijumpai)|ada|tersedia|wujud)", r"tidak dapat menemukan"),
    "vi": Missing(
        "không", r"rất tiếc|xin lỗi",
        r"trang|bài viết|nội dung|tài liệu|tập tin|liên hệ|thông tin|hồ sơ|đường dẫn",
        r"người dùng|tài khoản|trang cá nhân|dữ liệu|nguồn|người sử dụng", r"sản phẩm|video|hình ảnh",
        r"không (?:được )?(?:tìm thấy|tồn tại|còn tồn tại|khả dụng)", r"không (?:thể )?tìm (?:thấy|được)"),
    "tl": Missing(
        "hindi di", r"ang",
        r"pahina|page|artikulo",
        r"", r"",
        r"(?:ay )?hindi (?:natagpuan|mahanap|nahanap)", r"(?:hindi|di) (?:mahanap|natagpuan|matagpuan|nahanap)"),
    "sw": Missing(
        "haukupatikana haujapatikana haupo haikupatikana", r"hii|huu",
        r"ukurasa|makala",
        r"", r"",
        r"haukupatikana|haujapatikana|haupo|haikupatikana"),
    "ar": Missing(
        "غير لم لا تعذر لايمكن", r"هذه|هذا|عذرا",
        r"(?:ال)?(?:صفحة|مقالة?|مستند|ملف|محتوى|مورد|عنوان|رابط|موضوع|خبر|ملف الشخصي|جهة ال[إا]?تصال)",
        r"(?:ال)?مستخدم|(?:ال)?حساب", r"(?:ال)?مجموعة(?: البيانات)?|(?:ال)?مؤسسة|(?:ال)?منظمة|(?:ال)?تصنيف|(?:ال)?منتج|(?:ال)?فيديو|(?:ال)?صورة|(?:ال)?إعلان|(?:ال)?وظيفة|(?:ال)?حزمة",
        r"غير (?:موجودة?|متوفرة?|متاحة?)|لم يتم العثور علي(?:ه|ها)|لا (?:توجد|يوجد)|لم تعد موجودة", r"(?:لم يتم|لا ?يمكن|تعذر|لم نتمكن من|لا يمكننا) العثور على|لم نعثر على"),
    "fa": Missing(
        "نشد نگردید نمیشود نمی ندارد نیست", r"این|متاسفانه",
        r"صفحه|مقاله|مطلب|سند|فایل|محتوا|منبع|منابع|آدرس|نشانی|خبر|تماس|مشخصات|پروفایل",
        r"کاربر|حساب(?: کاربری)?|مجموعه داده", r"بسته|محصول|ویدیو|تصویر|آگهی",
        r"(?:پیدا|یافت) (?:نشد|نگردید|نمی ?شود)|وجود ندارد|موجود نیست|در دسترس نیست"),
    "ps": Missing(
        "نه ونه", r"غوښتل|شوې",
        r"پاڼه|مقاله|سرچینه|پروفایل|اړیکه",
        r"", r"",
        r"و ?نه موندل (?:شوه|شو|شي)"),
    "he": Missing(
        "לא אינו אינה", r"מצטערים",
        r"ה?(?:דף|עמוד|מאמר|מסמך|קובץ|תוכן|משאב|כתובת|קישור|כתבה|פרופיל|קטגוריה)",
        r"ה?משתמש|ה?חשבון|ה?נושא|סדרת נתונים", r"ה?ארגון|ה?קבוצה|ה?חבילה|ה?מוצר|ה?סרטון|ה?תמונה|ה?מודעה",
        r"לא (?:נמצא[הו]?|קיי(?:ם|מת)|ניתן למצוא)|אינו (?:קיים|זמין)|אינה (?:קיימת|זמינה)", r"לא (?:ניתן למצוא|נמצא) (?:את )?"),
}
# fmt: on
WITHOUT_SPACES: tuple[str, ...] = (
    r"(?:お探しの|リクエスト(?:された|した)?|指定(?:された|の)?|ご?要求(?:された|の)?|この)?(?:ページ|記事|リソース|ファイル|データセット|トピック|スレッド|コンテンツ|文書|ドキュメント|url)(?:は|が|を)?(?:見つかりません(?:でした)?|見つけることができません(?:でした)?|存在しません|ありません(?:でした)?)",
    r"(?:服务器|伺服器)?(?:您)?(?:所)?(?:请求|請求|要找|访问|查找|尋找|要求)?的?(?:页面|網頁|网页|頁面|文章|资源|資源|内容|內容|文件|檔案|链接|数据集|資料集|主题|帖子|用户资料|用戶資料|联系人|聯絡人)(?:没|未|沒有|没有|不)(?:找到|存在|能找到)|(?:服务器|伺服器)?找不到(?:您)?.{0,8}(?:資料集|数据集|使用者|用户|页面|頁面|網頁|网页|文章|资源|資源|内容|文件|檔案)|未找到.{0,6}(?:数据集|页面|文章|资源|聯絡人|联系人|頁面)",
    r"(?:서버가 )?(?:요청(?:하신|된|한)? ?)?(?:페이지|데이터셋|문서|기사|아티클|리소스|파일|콘텐츠|게시물|사용자 프로필|연락처)(?:를|을|가|이)? ?(?:찾을 수 없(?:습니다|음|어요)|존재하지 않(?:습니다|음|아요))",
    r"ไม่พบ(?:หน้า|ชุดข้อมูล|ทรัพยากร|กระทู้|บทความ|ข้อมูล|เนื้อหา|ไฟล์|เอกสาร).{0,20}|ไม่มีเนื้อหานี้|(?:หน้า|หน้าเว็บ|บทความ)(?:ที่.{0,20})?(?:ไม่พบ|ไม่มีอยู่)|ບໍ່ພົບ(?:ໜ້າ|ຂໍ້ມູນ).{0,20}|စာမျက်နှာ(?:ကို)? ?ရှာမတွေ့.{0,10}",
)
# Accounts and data sets, said otherwise. As of `others` above, headlines tell of them: only a line of a page counts.
ACCOUNTS: tuple[str, ...] = (
    r"(?:no such|unknown|invalid|nonexistent) (?:user(?:name)?|member|profile|account|player|author|channel|blog|group|nickname)(?: exists| id)?|(?:that|any|the|this) (?:user|member|profile|account) (?:could not|couldn't|can't|cannot) be found|no (?:users?|members?|profiles?|accounts?|channels?|groups?|account with that name) (?:was |were |could be )?found|(?:this|the) user has not registered|(?:nickname|username) not found",
    r"neexistuj(?:u|i)ci (?:profil|uzivatel|pouzivatel|ucet)|nie (?:ma|istnieje) takiego (?:uzytkownika|profilu|konta)|нет такого (?:пользователя|участника|профиля|автора|аккаунта)|(?:bu|böyle bir) (?:uye|kullanici|yazar) (?:yok|bulunmuyor)",
    r"(?:指定(?:された|の)?|お探しの|この)?(?:ユーザー?(?:プロフィール)?|プロフィール|アカウント|チャンネル|ブログ|連絡先)(?:は|が|ページは|ページが)?(?:見つかりません(?:でした)?|存在しません)|(?:抱歉 ?)?(?:该|該|此|您访问的|指定的|您要找的)?(?:用户|用戶|使用者|账号|帳號|賬號|频道|頻道|博客|部落格|主页)(?:不存在|未找到|找不到|尚未注册)|(?:没有|沒有|未)找到.{0,6}(?:用户|用戶|使用者)",
    r"(?:해당 )?(?:사용자|프로필|계정|채널|블로그)(?:를|을|가|이)? ?(?:찾을 수 없(?:습니다|음)|존재하지 않습니다)|존재하지 않는 (?:사용자|블로그|계정)(?:입니다)?|ไม่พบ(?:ผู้ใช้|บัญชี|โปรไฟล์|ช่อง)",
)
