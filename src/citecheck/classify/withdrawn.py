# ruff: noqa: E501 - a wording stays in one piece, so that it can be found and read
"""How pages say that what stood there was taken away: an advertisement has expired, a post was removed, an
account is closed, a whole site has ended. In some fifty languages, compared as in not_found.py.

Other than of a page that is not found, hosts say so at the true address only: what a made-up address brings
tells nothing.
"""

import re
from functools import lru_cache

from citecheck.classify.missing_things import LANGUAGES, Missing
from citecheck.classify.not_found import LONGEST, message_core
from citecheck.classify.wordings import sentences
from citecheck.text import fold, one_of

# Language: what was there, with the words before it, and what became of it. A few
# words may stand in between.
THINGS: dict[str, tuple[str, str]] = {
    "en": (
        r"(?:(?:the|this|that|your|requested|job) )*(?:listing|item|ad|advert|advertisement|classified|job|vacancy|position|job posting|posting|offer|product|"
        r"video|clip|photo|image|album|post|tweet|comment|message|account|profile|user|channel|story|article|blog|content|page|"
        r"recipe|playlist|repository|document|file|property|press release|entry|edition|thread|topic|track|song|episode|programme|program|broadcast|webinar|auction|poll|survey|petition)(?: you(?:'re| are| were)? .{0,24}?(?:for|view|open|see|read))?",
        r"(?:has|was|is|have) (?:now |already |since |sadly |either )?(?:expired|ended|been (?:removed|deleted|withdrawn|taken down|taken offline|filled|closed|suspended|deactivated|disabled|terminated|unpublished|locked and removed|made unavailable|permanently suspended)|"
        r"removed|deleted|withdrawn|taken down|taken offline|filled|suspended|deactivated|disabled|terminated|unpublished|private or deleted|closed)|"
        r"(?:is|are) (?:no longer|not|currently not|not currently) (?:available|active|online|accepting applications|advertised|listed|published|on sale|live|offered)|(?:is|are)n't available(?: anymore| any more| right now)?|"
        r"(?:expired|ended) on .{0,12}(?:19|20)\d\d|no longer (?:available|exists?|active|online|accepting applications)|(?:is )?(?:unavailable|not available|no longer (?:with us|held|sold|offered))|has run out|(?:removed|deleted|withdrawn|expired|suspended|terminated|deactivated)",
    ),
    "de": (
        r"(?:(?:die|diese|der|dieser|das|dieses|ihr|gewunschte|angeforderte|gesuchte|ausgewahlte|aufgerufene) )*(?:anzeige|kleinanzeige|inserat|stellenanzeige|stelle|stellenangebot|angebot|produkt|"
        r"video|foto|bild|beitrag|post|kommentar|konto|account|profil|nutzerkonto|kanal|artikel|meldung|inhalt|seite|immobilie)",
        r"(?:ist|sind) (?:leider |inzwischen |bereits )?(?:abgelaufen|beendet|vergeben|besetzt|deaktiviert|geloscht|gesperrt|nicht mehr (?:verfugbar|online|aktiv|vorhanden|aktuell|abrufbar|veroffentlicht)|offline|derzeit nicht verfugbar|entfernt|geschlossen)|"
        r"(?:steht|stehen) (?:leider )?nicht (?:mehr|langer) zur verfugung|wurden? (?:leider |inzwischen |bereits |vom .{0,30}|von .{0,30})?(?:geloscht|entfernt|deaktiviert|gesperrt|beendet|zuruckgezogen|offline genommen|depubliziert|geschlossen)|nicht mehr verfugbar|existiert nicht mehr|abgelaufen|deaktiviert|geloscht|entfernt|beendet|vergeben|gesperrt|zuruckgezogen",
    ),
    "fr": (
        r"(?:(?:la|cette|le|ce|cet|votre) |l')*(?:annonce|offre(?: d'emploi)?|petite annonce|poste|produit|video|photo|image|publication|post|message|commentaire|compte|profil|utilisateur|chaine|article|contenu|billet|bien|page)(?: que vous .{0,24}?)?",
        r"(?:a|ont) (?:ete )?(?:malheureusement |deja )?(?:expire|expiree|supprimee?|retiree?|desactivee?|cloturee?|fermee?|depubliee?|mise? hors ligne|suspendue?|pourvue?|termine|prise? fin)|"
        r"(?:est|sont) (?:desormais |malheureusement |deja )?(?:expiree?|terminee?|cloturee?|pourvue?|supprimee?|desactivee?|suspendue?|fermee?|indisponible|retiree?)|n'est (?:plus|pas) (?:disponible|en ligne|active|actif|d'actualite|publiee?)|n'existe plus|indisponible|expiree?|supprimee?|cloturee?|retiree?|desactivee?|suspendue?|pourvue?",
    ),
    "es": (
        r"(?:(?:el|la|este|esta|su|tu) )*(?:anuncio|aviso|oferta(?: de (?:empleo|trabajo))?|vacante|puesto|producto|video|foto|imagen|publicacion|post|mensaje|comentario|cuenta|perfil|usuario|canal|articulo|noticia|contenido|entrada|inmueble|pagina)(?: que .{0,24}?)?",
        r"(?:ha|fue|han) (?:sido )?(?:ya )?(?:caducado|expirado|vencido|finalizado|terminado|eliminad[ao]|borrad[ao]|retirad[ao]|dad[ao] de baja|desactivad[ao]|cerrad[ao]|suspendid[ao]|cancelad[ao])|(?:esta|se encuentra) (?:ya )?(?:caducad[ao]|vencid[ao]|expirad[ao]|cerrad[ao]|finalizad[ao]|suspendid[ao]|desactivad[ao]|inactiv[ao])|"
        r"(?:ya )?no (?:esta|se encuentra) (?:mas )?(?:disponible|activ[ao]|publicad[ao]|vigente|en linea)|ya no existe|no disponible|caducad[ao]|eliminad[ao]|finalizad[ao]|cerrad[ao]|vencid[ao]|expirad[ao]|suspendid[ao]",
    ),
    "pt": (
        r"(?:(?:o|a|este|esta|esse|essa|seu|sua) )*(?:anuncio|vaga|oferta|produto|video|foto|imagem|publicacao|postagem|post|mensagem|comentario|conta|perfil|usuario|utilizador|canal|artigo|noticia|conteudo|materia|imovel|pagina|episodio|topico)(?: que .{0,24}?)?",
        r"(?:foi|foram) (?:ja )?(?:removid[ao]|excluid[ao]|apagad[ao]|eliminad[ao]|retirad[ao](?: do ar)?|desativad[ao]|encerrad[ao]|finalizad[ao]|suspens[ao]|preenchid[ao]|vendid[ao])|(?:ja )?(?:expirou|terminou|venceu|caducou)|(?:esta|encontra-se) (?:ja )?(?:expirad[ao]|encerrad[ao]|desativad[ao]|suspens[ao]|inativ[ao])|"
        r"(?:ja )?nao (?:esta|se encontra) (?:mais )?(?:disponivel|ativ[ao]|publicad[ao]|no ar)|nao existe mais|ja nao existe|indisponivel|expirad[ao]|removid[ao]|encerrad[ao]|excluid[ao]|suspens[ao]|desativad[ao]",
    ),
    "it": (
        r"(?:(?:il|la|lo|questo|questa|tuo) |(?:l|quest)')*(?:annuncio|inserzione|offerta(?: di lavoro)?|posizione|prodotto|video|foto|immagine|post|messaggio|commento|account|profilo|utente|canale|articolo|notizia|contenuto|immobile|pagina)(?: che .{0,24}?)?",
        r"(?:e|sono) (?:stat[ao] )?(?:gia |ormai )?(?:scadut[ao]|rimoss[ao]|cancellat[ao]|eliminat[ao]|ritirat[ao]|disattivat[ao]|chius[ao]|sospes[ao]|conclus[ao]|terminat[ao])|non e (?:piu )?(?:disponibile|attiv[ao]|online|pubblicat[ao])|non esiste piu|scadut[ao]|rimoss[ao]|eliminat[ao]|chius[ao]|sospes[ao]",
    ),
    "nl": (
        r"(?:(?:de|deze|het|dit|uw) )*(?:advertentie|vacature|aanbieding|product|video|foto|afbeelding|bericht|post|reactie|account|profiel|gebruiker|kanaal|artikel|inhoud|pagina|woning)",
        r"(?:is|zijn|werd) (?:helaas |inmiddels |al |op .{0,30})?(?:verlopen|verwijderd|gesloten|vervuld|beeindigd|gedeactiveerd|geblokkeerd|opgeschort|offline (?:gehaald|geplaatst)|ingetrokken|niet (?:meer )?(?:beschikbaar|actief|online|actueel))|bestaat niet meer|niet meer beschikbaar|verlopen|verwijderd|gesloten|geblokkeerd",
    ),
    "sv": (
        r"(?:(?:den har|denna|det har|detta|din) )*(?:annonsen|annons|jobbet|tjansten|platsannonsen|erbjudandet|produkten|videon|videoklippet|filmen|bilden|inlagget|kommentaren|kontot|profilen|anvandaren|kanalen|artikeln|innehallet|sidan|objektet)",
        r"(?:har|ar) (?:tyvarr |redan |nu )?(?:tagits bort|gatt ut|utgatt|upphort|avslutats|avslutad|raderats|raderad|borttagen|borttaget|stangts(?: av)?|avstangt|inaktiverats|tillsatts?|avpublicerats?|avpublicerad|dragits tillbaka|inte (?:langre )?(?:tillganglig|tillgangligt|aktiv|aktuell)t?)|(?:finns|ar) (?:tyvarr )?inte langre(?: kvar| tillgangligt?| aktuellt?)?|borttagen|borttaget|utgangen|avslutad|avstangt|stangt",
    ),
    "da-no": (
        r"(?:(?:denne|den|dette|det|din) )*(?:annoncen|annonsen|annonce|annonse|jobbet|stillingen|stilling|tilbuddet|tilbudet|produktet|videoen|billedet|bildet|opslaget|innlegget|indlaegget|kommentaren|kontoen|profilen|brukeren|brugeren|kanalen|artiklen|artikkelen|indholdet|innholdet|siden|boligen|varen|vare|traden|emnet|episoden|utgaven|udgaven)",
        r"(?:er|har) (?:desvaerre |dessverre |na |nu |allerede )?(?:blevet |blitt )?(?:udlobet|utlopt|slettet|fjernet|afsluttet|avsluttet|lukket|stengt|deaktiveret|deaktivert|suspenderet|suspendert|besat|besatt|trukket tilbage|trukket tilbake|taget ned|tatt ned|avpublisert|afpubliceret|ikke (?:laengere |lenger )?(?:tilgaengeligt?|tilgjengelig|aktiv|aktuel|aktuell))|ble (?:slettet|fjernet|avsluttet)|blev (?:slettet|fjernet)|(?:findes|finnes|eksisterer) ikke (?:laengere|lenger)|udlobet|utlopt|slettet|fjernet|lukket|stengt|udgaet|utgatt",
    ),
    "fi": (
        r"(?:(?:tama|taman|etsimasi|hakemasi) )*(?:ilmoitus|ilmoituksen|ilmoitusta|tyopaikka|tyopaikkailmoitus|tarjous|tuote|video|kuva|julkaisu|viesti|kommentti|tili|profiili|kayttaja|kanava|artikkeli|juttu|uutinen|sisalto|sivu|kohde|viestiketju|viestiketjua|keskustelu|keskustelua)",
        r"ei (?:loydy|loytynyt)|on (?:valitettavasti |jo )?(?:poistettu|poistunut|vanhentunut|paattynyt|suljettu|umpeutunut|vedetty pois|jaadytetty|passivoitu|tayttynyt|taytetty)|ei enaa ole|ei ole enaa|ei ole (?:enaa )?(?:saatavilla|voimassa|olemassa|julkaistu|aktiivinen|nakyvissa)|(?:voimassaolo|hakuaika) on paattynyt|poistettu|vanhentunut|paattynyt|poistunut",
    ),
    "pl": (
        r"(?:(?:ta|to|ten|twoje|szukana|wybrane) )*(?:ogloszenie|oferta(?: pracy)?|produkt|film|filmik|wideo|zdjecie|post|wpis|komentarz|konto|profil|uzytkownik|kanal|artykul|tekst|tresc|nieruchomosc|strona)",
        r"(?:jest |zosta[lo]{1,2}a? |jest juz |juz )*(?:wygas[lo]{1,2}a?|zakonczon[aey]|zakonczyla? sie|zakonczylo sie|usuniet[aey]|wycofan[aey]|zamkniet[aey]|zablokowan[aey]|zawieszon[aey]|dezaktywowan[aey]|skasowan[aey]|nieaktualn[aey]|nieaktywn[aey]|archiwaln[aey]|niedostepn[aey])|(?:jest |juz )?nie(?: jest)? (?:juz )?(?:dostepn[aey]|aktywn[aey]|aktualn[aey])|(?:juz )?nie istnieje",
    ),
    "cs-sk": (
        r"(?:(?:tento|tato|toto|tuto|vas|vase|hledany|hladany) )*(?:inzerat|inzeratu|nabidka|ponuka|pozice|pozicia|pracovni pozice|produkt|zbozi|tovar|video|fotka|fotografie|fotografia|prispevek|prispevok|komentar|ucet|profil|uzivatel|pouzivatel|kanal|clanek|clanok|obsah|stranka|nemovitost|nehnutelnost|vlakno|zaznam|titul|tema|epizoda|diel)",
        r"(?:byla?|bolo|bola?|bylo|je|jiz|uz|vsak|medzicasom|mezitim|bohuzel|zial)(?: (?:byla?|bolo|bola?|bylo|je|jiz|uz|autorem|autorom|inzerentem|inzerentom|uzivatelem|uctom))* ?(?:smazan[aoy]?|zmazan[aey]|odstranen[aey]?|ukoncen[aey]?|zrusen[aey]?|stazen[aoy]?|stiahnut[aey]|deaktivovan[aey]?|pozastaven[aey]?|uzavren[aey]?|zablokovan[aey]?|obsazen[aey]?|obsaden[aey]|expirovan[aey]?|neaktivni|neaktivn[aey]|neplatn[yae]|nedostupn[aey])|(?:jiz |uz )?(?:vyprsela?|vyprsalo|expirovala?|exspiroval[ao]?|neni (?:jiz |uz )?(?:dostupn[aey]|platn[yae]|aktualni|aktivni|k dispozici)|nie je (?:uz )?(?:dostupn[aey]|aktualn[aey]|aktivn[aey]|k dispozicii)|neexistuje)",
    ),
    "hu": (
        r"(?:(?:ez|ezt|a|az|keresett|kert|on altal keresett) )*(?:hirdetes|hirdetest|allashirdetes|allas|ajanlat|termek|video|videot|kep|fenykep|bejegyzes|bejegyzest|poszt|hozzaszolas|fiok|profil|felhasznalo|csatorna|cikk|cikket|tartalom|oldal|ingatlan)",
        r"(?:mar |idokozben |sajnos )*(?:lejart|megszunt|toroltek|torolve(?: lett)?|torlesre kerult|eltavolitottak|eltavolitasra kerult|visszavontak|inaktiv|lezarult|lezartak|betoltottek|felfuggesztettek|felfuggesztve|nem (?:elerheto|aktiv|aktualis|letezik)|nincs mar fenn)(?: mar)?",
    ),
    "ro": (
        r"(?:(?:acest|aceasta|acel) )*(?:anunt(?:ul)?|oferta|locul de munca|jobul|produsul|produs|video(?:clipul)?|fotografia|imaginea|postarea|mesajul|comentariul|contul|cont|profilul|utilizatorul|canalul|articolul|articol|stirea|continutul|pagina|proprietatea)",
        r"(?:a|au|este|e) (?:deja )?(?:fost )?(?:expirat|sters|stearsa|eliminata?|retrasa?|dezactivata?|inchisa?|suspendata?|incheiata?|ocupata?|vandut)|nu (?:mai )?este (?:mai )?(?:disponibila?|activa?|valabila?|online|publicata?)|nu mai (?:este|exista)(?: disponibila?| valabila?| activa?)?|a expirat|indisponibila?|a fost scos(?:a)? din .{0,20}|expirata?|sters|stearsa|dezactivata?|suspendat",
    ),
    "bg": (
        r"(?:(?:тази|този|това|търсената|търсеният) )*(?:обява|обявата|оферта|офертата|работа|позиция|продукт|продуктът|видео|видеото|снимка|публикация|публикацията|пост|коментар|акаунт|акаунтът|профил|профилът|потребител|канал|статия|статията|съдържание|страница)",
        r"(?:е|беше|бе|са)? ?(?:вече )?(?:изтекла?|изтекло|изтрит[ао]?|премахнат[ао]?|свалена?|свалено|закрит[ао]?|деактивиран[ао]?|спрян[ао]?|прекратен[ао]?|неактивн[ао])|(?:вече )?не е (?:вече )?(?:активн[ао]|налич(?:ен|на|но)|достъп(?:ен|на|но)|актуал(?:ен|на|но))|(?:вече )?не съществува",
    ),
    "ru": (
        r"(?:(?:это|эта|этот|данное|данная|данный|ваше|запрашиваемое|запрошенное) )*(?:объявление|объявления|вакансия|предложение|товар|видео|видеозапись|ролик|фото|фотография|запись|пост|публикация|сообщение|комментарий|аккаунт|учетная запись|профиль|пользователь|страница пользователя|канал|сообщество|статья|материал|новость|контент)",
        r"(?:уже |было |была |был |более |больше |временно )*(?:удален[аоы]?|снят[аоы]?(?: с .{0,20})?|закрыт[аоы]?|заблокирован[аоы]?|скрыт[аоы]?|завершен[аоы]?|неактивн[аоы]|неактивен|неактуальн[аоы]|недоступ(?:ен|на|но)|архивирован[аоы]?|в архиве|устарел[аоо]?|истек(?:ло|ла)?|просрочен[аоы]?|отозван[аоы]?|приостановлен[аоы]?)|(?:больше |уже )?не (?:актуальн[аоы]|доступн[аоы]|доступен|активн[аоы]|существует|публикуется)|срок .{0,30} истек",
    ),
    "uk": (
        r"(?:(?:це|ця|цей|дане|ваше) )*(?:оголошення|вакансія|вакансію|пропозиція|товар|відео|фото|світлина|допис|запис|пост|публікація|повідомлення|коментар|акаунт|обліковий запис|профіль|користувач|канал|спільнота|стаття|матеріал|новина|контент)",
        r"(?:уже |вже |було |була |був |більше |тимчасово )*(?:видален[аоиюе]?|вилучен[аоие]?|знят[аое]?(?: з .{0,20})?|закрит[аоие]?|заблокован[аоие]?|приховане?|завершен[аое]?|неактивн[аое]|неактивний|неактуальн[аое]|недоступн(?:ий|а|е|о)|застаріл[аое]|призупинен[аое]?)|(?:більше |вже )?не (?:актуальн[аое]|доступн[аое]|активн[аое]|існує)|(?:термін|строк) .{0,30} (?:закінчився|минув|вийшов)",
    ),
    "sr-hr-sl": (
        r"(?:(?:ovaj|ova|ovo|taj|ta|vaš|traženi|tražena|trazeni|oglas koji tražite|ti) )*(?:oglas|oglasa|konkurs|natječaj|ponuda|ponudba|posao|radno mesto|radno mjesto|delovno mesto|proizvod|artikal|izdelek|video|snimak|snimka|posnetek|fotografija|slika|objava|post|poruka|komentar|nalog|račun|profil|korisnik|uporabnik|kanal|članak|članek|tekst|vest|vijest|sadržaj|vsebina|nekretnina)",
        r"(?:je|su|nije|više|bio|bila|bilo|već|u međuvremenu|bil|že)(?: (?:je|više|već|bio|bila|u međuvremenu|od strane .{0,24}|bil|že))* ?(?:istekao|isteklo?|istekla|obrisana?|obrisano|izbrisana?|izbrisano|uklonjena?|uklonjeno|povučena?|povučeno|zatvorena?|zatvoreno|ugašena?|ugašeno|suspendovana?|suspendirana?|deaktivirana?|blokirana?|popunjeno|završena?|skinuta?|skinut|neaktivan|neaktivna|nedostupan|nedostupna|potekel|potekla|odstranjena?|umaknjena?|zaprta?|prodat[ao]?|aktivan|aktivna|dostupan|dostupna|dostupno|aktuelan|aktuelna|na voljo)|više (?:nije|ne postoji)(?: (?:dostupan|dostupna|dostupno|aktivan|aktivna|aktuelan|aktuelna))?|ne postoji više|ni več (?:na voljo|aktiven|aktiv[an]|objavljen)|istekao|uklonjen",
    ),
    "el": (
        r"(?:(?:η|το|ο|αυτη|αυτο|αυτος|σας) )*(?:αγγελια|θεση(?: εργασιας)?|προσφορα|προιον|βιντεο|φωτογραφια|εικονα|αναρτηση|δημοσιευση|μηνυμα|σχολιο|λογαριασμος|προφιλ|χρηστης|καναλι|αρθρο|περιεχομενο|ειδηση|σελιδα)",
        r"(?:εχει|εχουν) (?:πλεον |ηδη )?(?:ληξει|διαγραφει|αφαιρεθει|αποσυρθει|κλεισει|ανασταλει|απενεργοποιηθει|καταργηθει|αποδημοσιευθει|καλυφθει)|δεν (?:ειναι|υπαρχει) (?:πλεον|πια)?(?: ?(?:διαθεσιμ[ηοα]ς?|ενεργ[ηοα]ς?))?|διαγραφηκε|αφαιρεθηκε|αποσυρθηκε|εληξε",
    ),
    "tr": (
        r"(?:(?:bu|aradiginiz|goruntulemek istediginiz) )*(?:ilan|is ilani|teklif|urun|video|fotograf|gorsel|gonderi|paylasim|mesaj|yorum|hesap|profil|kullanici|kanal|haber|yazi|makale|icerik|sayfa)(?:n?in|n?un)?",
        r"(?:artik |su anda |suresi )*(?:yayindan (?:kaldirilmistir|kaldirilmis|kaldirildi|alinmistir)|kaldirilmistir|kaldirildi|kaldirilmis|silinmistir|silindi|silinmis|(?:suresi )?dolmustur|(?:suresi )?doldu|(?:suresi )?dolmus|sona erdi|sona ermistir|kapatilmistir|kapatildi|askiya alin(?:di|mistir|mis)|mevcut degil(?:dir)?|aktif degil(?:dir)?|yayinda degil(?:dir)?|kullanilamiyor|pasif(?: durumda)?)",
    ),
    "et": (
        r"(?:(?:see|selle|teie) )*(?:kuulutus|toopakkumine|pakkumine|toode|video|foto|pilt|postitus|kommentaar|konto|profiil|kasutaja|kanal|artikkel|sisu|leht)(?: on)?",
        r"(?:on )?(?:aegunud|eemaldatud|kustutatud|loppenud|suletud|peatatud|maha voetud|tagasi voetud|deaktiveeritud|arhiveeritud)|(?:ei ole|pole) (?:enam )?(?:saadaval|aktiivne|aktuaalne|kattesaadav)",
    ),
    "lv": (
        r"(?:(?:sis|si|jusu) )*(?:sludinajums|vakance|piedavajums|produkts|prece|video|foto|attels|ieraksts|komentars|konts|profils|lietotajs|kanals|raksts|saturs|lapa)",
        r"(?:ir |vairs )*(?:dzests|dzesta|nonemts|nonemta|izdzests|izdzesta|beidzies|beigusies|slegts|slegta|blokets|apturets|deaktivizets|nav (?:pieejams|pieejama|aktivs|aktuals|aktuala))|nav vairs (?:pieejams|pieejama|aktivs|aktuals)",
    ),
    "lt": (
        r"(?:(?:sis|si|jusu) )*(?:skelbimas|skelbimo|darbo skelbimas|pasiulymas|preke|produktas|vaizdo irasas|nuotrauka|irasas|komentaras|paskyra|profilis|vartotojas|kanalas|straipsnis|turinys|puslapis)(?: galiojimas)?",
        r"(?:yra |buvo |jau )*(?:pasalintas|pasalinta|istrintas|istrinta|nebegalioja|pasibaige|pasibaiges|uzdarytas|uzdaryta|sustabdytas|sustabdyta|deaktyvuotas|deaktyvuota|neaktyvus|nebeaktyvus|nebeaktualus|nebepasiekiamas|nebepasiekiama|nebera)",
    ),
    "ca-gl": (
        r"(?:(?:l'|el|la|aquest|aquesta|este|esta|o|a) ?)*(?:anunci|anuncio|oferta|vacant|producte|video|foto|imatge|publicacio|missatge|comentari|compte|perfil|usuari|canal|article|artigo|noticia|contingut|contido|pagina)",
        r"(?:ha|han) (?:estat )?(?:caducat|expirat|finalitzat|eliminat|eliminada|esborrat|esborrada|retirat|retirada|suspes|suspesa|tancat|tancada|desactivat|desactivada)|ja no (?:esta disponible|existeix|es troba disponible)|foi (?:eliminad[ao]|retirad[ao]|borrad[ao])|xa non (?:esta dispoñible|existe)",
    ),
    "vi": (
        r"(?:(?:này|rất tiếc) )*(?:tin(?: đăng| rao)?|tin tuyển dụng|việc làm|sản phẩm|video|ảnh|bài viết|bài đăng|bình luận|tài khoản|trang cá nhân|người dùng|kênh|nội dung|trang)(?: này)?(?: bạn .{0,30}?)?",
        r"(?:hiện |đã |này )*(?:hết hạn|bị (?:xóa|gỡ|khóa|ẩn|đình chỉ|hạ xuống)|được (?:gỡ|xóa|bán)|gỡ bỏ|xóa|ngừng (?:đăng|hoạt động)|không còn (?:tồn tại|khả dụng|hiệu lực|hiển thị)?|không (?:khả dụng|tồn tại))",
    ),
    "id-ms": (
        r"(?:(?:maaf) )*(?:iklan|lowongan(?: kerja)?|jawatan|penawaran|produk|barang|video|foto|gambar|postingan|unggahan|komentar|akun|akaun|profil|pengguna|kanal|artikel|berita|konten|kandungan|halaman)(?: ini| tersebut)?(?: yang .{0,24}?)?",
        r"(?:sudah |telah |kini )*(?:kedaluwarsa|kadaluarsa|berakhir|tamat tempoh|dihapus|dihapuskan|dipadam|dicabut|ditutup|ditangguhkan|digantung|dinonaktifkan|terjual|ditarik|diturunkan)|(?:sudah )?tidak (?:lagi )?(?:dijual|tersedia|aktif|berlaku|tayang|ada)(?: lagi)?",
    ),
}  # fmt: skip
# Said in other orders of words, and without naming the thing.
SAID: tuple[str, ...] = (
    r"(?:maybe |perhaps )?(?:the |its |an? )?(?:advertiser|seller|authors?|owner|user|artist|publisher|uploader|creator|editors?|employer|organi[sz]ers?) (?:has |have |may have )?(?:removed|deleted|taken|ended|withdrawn|closed|withdrew|unpublished) (?:it|this|that|the|them|their).{0,60}|(?:maybe |perhaps )?(?:it|this) (?:has |may have |was |is )?(?:been )?(?:removed|deleted|taken down|withdrawn) by (?:the |its )?(?:artist|seller|advertiser|author|owner|user|editors?).{0,30}|this event has ended and (?:its|the|this) page .{0,30}",
    r"(?:der |die )?(?:autor|verkaufer|anbieter|inserent|nutzer|urheber)(?:in)? hat .{0,40}(?:geloscht|entfernt|beendet|zuruckgezogen|geschlossen)|(?:l'auteur|le vendeur|l'annonceur|l'utilisateur) (?:a|l'a) (?:supprime|retire|cloture).{0,30}|(?:el autor|el vendedor|el usuario|el anunciante) (?:lo |la )?(?:ha )?(?:elimin|borr|retir).{0,40}|автор (?:удалил|скрыл|видалив|приховав) .{0,30}",
    r"(?:비공개 또는|비공개이거나|비공개되었거나) 삭제된 (?:게시물|게시글|글|페이지|동영상)(?:입니다)?|(?:udsendelsen|programmet|afsnittet|videoen) (?:er udlobet|kan ikke laengere (?:ses|hores|afspilles))|(?:публікацію|статтю|новину|сторінку) видалено",
    r"(?:shpallja|njoftimi|artikulli|llogaria|videoja|postimi) (?:ka skaduar|eshte (?:fshire|hequr|mbyllur)|nuk ekziston).{0,10}|ky vend pune nuk eshte me i hapur|(?:stellenanzeige|anzeige|inserat|angebot) nicht mehr (?:aktiv|verfugbar|online)|(?:ce produit|cet article) n'est plus (?:propose|vendu|commercialise)|(?:dieser|der|das) (?:blog|forum|portal) (?:wurde|ist) (?:eingestellt|geschlossen|abgeschaltet)|(?:see )?kirje on (?:kataloogist )?kustutatud",
    r"(?:deze )?(?:video|foto|advertentie) is door (?:de )?(?:maker|eigenaar|auteur|gebruiker) (?:.{0,12} )?(?:offline gehaald|verwijderd)|(?:epizodu|video|clanek|prispevek) autor (?:stahl|smazal|odstranil)|(?:ролик|видео|запись|пост) (?:скрыт[оа]?|удален[оа]?) (?:владельцем|автором|пользователем)|(?:この)?動画は投稿者が(?:非公開に|削除)しました|ya no (?:trabajamos|vendemos|fabricamos|distribuimos) este (?:articulo|producto)|حذف (?:صاحب|مالك|ناشر) .{0,20}(?:المقطع|الفيديو|المنشور)|இந்தச் செய்தி நீக்கப்பட்ட.{0,20}|az anyagot levettuk.{0,20}|.{0,20}삭제된 게시글(?:이에요|입니다)",
    r"penjual menghapus .{0,24}|(?:այս )?(?:հայտարարություն(?:ը|ն)?|աշխատատեղ(?:ը|ն)?|տեսանյութ(?:ը)?|գրառում(?:ը)?|հոդված(?:ը)?) (?:.{0,20} )?(?:ավարտվել|ջնջվել|հեռացվել|փակվել|այլևս).{0,20}|denne vare saelges ikke (?:mere|laengere)|το προιον (?:δεν διατιθεται πλεον|αποσυρθηκε)|(?:the person|whoever) who used it (?:has )?closed it|esta persona ha cerrado su cuenta.{0,60}|titul vyradeny,? .{0,40}|(?:tento )?zaznam uz v katalogu nie je",
    r"no longer accepting applications|applications? (?:are|is) (?:now )?closed|(?:we(?:'re| are) )?no longer taking applications|sold out and no longer available",
    r"(?:removed|deleted) by (?:the )?(?:author|user|moderators?|owner|publisher|uploader|reddit)|(?:user|account|profile|channel|video|post|content|listing|page) (?:removed|deleted|suspended|unavailable|not available|terminated|expired|deactivated)(?: by (?:the )?(?:author|user|moderators?|owner|publisher|uploader))?",
    r"(?:sorry )?(?:this|that) (?:post|thread|comment|topic) (?:has been|was) (?:removed|deleted) by .{2,60}|this (?:content|video|post) is(?: currently|n't)? ?(?:unavailable|available right now)",
    r"there is currently no text (?:in|on) this page.*|expired (?:listing|ad|job|offer|vacancy)|(?:listing|job|ad|offer|vacancy) expired",
    r"repository (?:unavailable|disabled).{0,40}|.{0,40}due to (?:a )?dmca takedown.*",
    r"(?:вакансия|объявление) (?:в архиве|закрыта|снято)|срок (?:действия|размещения|публикации) (?:этого |данного )?(?:объявления|вакансии|предложения) (?:истек|закончился)|(?:пользователь|аккаунт) (?:удален|заблокирован)",
    r"(?:この|その|ご指定の|お探しの)?(?:求人|広告|物件|商品|出品|動画|画像|写真|投稿|書き込み|コメント|アカウント|プロフィール|ユーザー|チャンネル|ブログ|エントリー?|記事|ページ|コンテンツ|募集|情報)(?:は|が|の)?(?:掲載|公開|販売|募集|配信|受付|出品)?(?:期間)?(?:は|が|を)?(?:すでに|既に|現在|投稿者により|投稿者によって|運営により)?(?:、)?"
    r"(?:削除され(?:ました|ています|た可能性があります)?|終了(?:いた)?し(?:ました|ています|ております)|非公開(?:です|になりました|に設定されています)?|利用できません|凍結され(?:ました|ています)|停止され(?:ました|ています)|退会(?:しました|済みです)|ご覧いただけません|取り下げられました|期限切れです)",
    r"(?:该|此|这个|這個|您访问的|您查看的|您要查看的|您所查看的|本|抱歉)*[,， ]*(?:信息|广告|廣告|职位|職位|招聘|商品|产品|產品|视频|視頻|影片|图片|圖片|帖子|贴子|貼文|文章|評論|评论|账号|帐号|賬號|帳號|用户|用戶|频道|頻道|内容|內容|页面|頁面|房源)(?:信息)?"
    r"(?:已|已经|已經|目前)?(?:被|经|經)?(?:其)?(?:发布者|發佈者|发布人|作者|用户|用戶|管理员|管理員|版主|平台|原作者)?(?:删除|刪除|下架|下线|下線|过期|過期|失效|到期|关闭|關閉|结束|結束|封禁|冻结|凍結|注销|註銷|屏蔽|屏蔽|停用|停权|停權|移除|隐藏|隱藏|撤回|暂停招聘|停止招聘|无法查看|無法查看|不见|不見)(?:了|或.{0,20})?",
    r"(?:এই )?(?:বিজ্ঞাপন|চাকরি|ভিডিও|পোস্ট|ছবি|অ্যাকাউন্ট|নিবন্ধ)(?:টি|টির)? .{0,24}(?:মুছে ফেলা হয়েছে|সরিয়ে (?:ফেলা|নেওয়া) হয়েছে|মেয়াদ (?:শেষ|উত্তীর্ণ) .{0,12}|আর (?:পাওয়া যাচ্ছে না|নেই|উপলব্ধ নয়))|(?:ეს )?(?:განცხადება|ვაკანსია|ვიდეო|პოსტი|ანგარიში|სტატია) (?:.{0,16} )?(?:წაშლილია|წაიშალა|ვადაგასულია|აღარ არის ხელმისაწვდომი|აღარ არსებობს|დახურულია)",
    r"(?:(?:이|해당|요청하신|찾으시는) )?(?:게시물|게시글|글|공고|채용 ?공고|광고|매물|상품|제품|동영상|영상|사진|댓글|계정|프로필|사용자|채널|기사|콘텐츠|페이지)(?:은|는|이|가)? ?(?:이미 |현재 |작성자에 의해 |관리자에 의해 |더 이상 )*(?:삭제(?:되었습니다|된 상태입니다|됨)?|마감(?:되었습니다|됨)?|만료(?:되었습니다|됨)?|종료(?:되었습니다|됨)?|판매가 종료되었습니다|정지(?:되었습니다|됨)?|비공개(?:입니다| 처리되었습니다)?|이용할 수 없습니다|제공되지 않습니다|볼 수 없습니다|내려갔습니다|존재하지 않습니다)",
    r"(?:삭제|마감|만료|종료|판매가 종료|판매 종료|정지|탈퇴|비공개 처리|게시가 중단)(?:된|한) (?:게시물|게시글|글|공고|채용공고|광고|매물|상품|동영상|영상|계정|사용자|회원|기사|페이지)(?:입니다|이에요)?",
    r"(?:لقد |نعتذر |عفوا )*(?:تم|تمت) (?:حذف|إزالة|إغلاق|تعليق|سحب|إيقاف|إلغاء|حجب) (?:هذا |هذه )?(?:ال)?(?:إعلان|وظيفة|عرض|منتج|فيديو|مقطع|صورة|منشور|تعليق|حساب|صفحة|مقال|خبر|محتوى|مستخدم).{0,40}",
    r"(?:هذا |هذه )?(?:ال)(?:إعلان|وظيفة|عرض|منتج|فيديو|منشور|حساب|صفحة|مقال|خبر|محتوى|قناة) (?:لم يعد|لم تعد|غير|منتهي|منتهية|محذوف|محذوفة|مغلق|مغلقة|موقوف|تم حذفه|تمت إزالته).{0,30}|(?:انتهت|انتهى) (?:صلاحية|مدة|فترة|عرض) (?:هذا |هذه )?(?:ال)?(?:إعلان|وظيفة|عرض|منشور).{0,20}|(?:هذا |هذه )?(?:ال)(?:إعلان|وظيفة|عرض) (?:انتهت|انتهى).{0,20}",
    r"(?:ה)?(?:מודעה|משרה|הצעה|מוצר|סרטון|תמונה|פוסט|הודעה|תגובה|חשבון|פרופיל|משתמש|ערוץ|כתבה|מאמר|תוכן|דף|נכס)(?: זו| זה| הזו| הזאת| הזה)? (?:כבר )?(?:הוסר[הו]?|נמחק[הו]?|נסגר[הו]?|הושע[הת]?ה?|הורד[הו]?|פגה?(?: תוקפ[הו])?|אוישה|לא (?:זמינה?|פעילה?|רלוונטית?)(?: (?:יותר|עוד))?|אינ(?:ה|ו) (?:זמינה?|פעילה?|רלוונטית?|קיימת?)(?: (?:יותר|עוד))?|איננ[הו] (?:זמינה?|קיימת?).{0,10}).{0,20}",
    r"(?:این |متاسفانه )*(?:آگهی|شغل|پیشنهاد|محصول|ویدیو|عکس|پست|نظر|حساب|حساب کاربری|کاربر|کانال|مقاله|خبر|محتوا|صفحه|مطلب)(?: مورد نظر)? (?:.{0,20} )?(?:حذف شده(?: است)?|حذف شد|منقضی شده(?: است)?|به پایان رسیده(?: است)?|مسدود شده(?: است)?|غیرفعال (?:است|شده است)|(?:دیگر )?(?:در دسترس|موجود|فعال) نیست|دیگر وجود ندارد)",
    r"(?:यह |इस )*(?:विज्ञापन|नौकरी|ऑफ़र|उत्पाद|वीडियो|फ़ोटो|तस्वीर|पोस्ट|टिप्पणी|खाता|अकाउंट|प्रोफ़ाइल|उपयोगकर्ता|चैनल|लेख|खबर|सामग्री|पेज)(?: को| की (?:अवधि|समय सीमा))? (?:.{0,16} )?(?:हटा दि?या? ?(?:गया|गई|दी गई|दिया गया)(?: है)?|समाप्त हो (?:गया|गई|चुका|चुकी)(?: है)?|बंद (?:कर दिया गया|हो गया|हो गई)(?: है)?|निलंबित .{0,16}|(?:अब )?उपलब्ध नहीं (?:है|हैं)|डिलीट .{0,16})",
    r"(?:ประกาศ|งาน|ตำแหน่งงาน|สินค้า|วิดีโอ|รูปภาพ|โพสต์|ความคิดเห็น|บัญชี|โปรไฟล์|ผู้ใช้|ช่อง|บทความ|ข่าว|เนื้อหา|หน้า)(?:นี้)? ?(?:ได้)?(?:ถูก)?(?:ลบ|หมดอายุ|ปิด|ระงับ|ยกเลิก|ไม่มีอยู่|ไม่พร้อม).{0,20}",
)  # fmt: skip
# Of any thing that a language knows, that it was taken away: what follows on it.
REMOVED: dict[str, str] = {
    "en": r"(?:has|have|was|were) (?:been )?(?:deleted|removed|withdrawn|taken down)",
    "de": r"wurden? (?:geloscht|entfernt)|ist geloscht",
    "nl": r"(?:is|werd|zijn) (?:verwijderd|gewist)",
    "af": r"is (?:verwyder|geskrap)",
    "sv": r"har (?:raderats|tagits bort)|(?:ar |blev )?(?:raderad|borttagen|raderat|borttaget)",
    "da": r"(?:er|blev) (?:blevet )?(?:slettet|fjernet)",
    "no": r"(?:har|er|ble|vart) (?:blitt )?(?:sletta|slettet|fjerna|fjernet)",
    "is": r"hefur verið (?:eytt|fjarlægð\w*)|var eytt",
    "fi": r"on (?:poistettu|poistunut)",
    "et": r"on (?:kustutatud|eemaldatud)",
    "lt": r"(?:buvo|yra) (?:istrint|pasalint)\w+",
    "lv": r"(?:ir|tika) (?:izdzest|dzest|nonemt)\w+",
    "fr": r"(?:a|ont) ete (?:supprime|retire|efface)\w*",
    "es": r"(?:ha|han|fue) (?:sido )?(?:borrad|eliminad|retirad)[oa]s?",
    "ca": r"(?:ha|s'ha) (?:estat )?(?:esborra|elimina|suprimi)\w+",
    "gl": r"foi (?:eliminad|borrad|retirad)[oa]",
    "pt": r"foi (?:excluid|eliminad|apagad|removid|deletad)[oa]",
    "it": r"e stat[oa] (?:eliminat|rimoss|cancellat)[oa]",
    "ro": r"a fost (?:sters|stears|eliminat)a?",
    "pl": r"zostal[ao]? (?:usuniet|skasowan)[yae]",
    "cs": r"byl[ao]? (?:smazan|odstranen|vymazan)[ao]?",
    "sk": r"bol[ao]? (?:vymazan|zmazan|odstranen)[yae]?",
    "sl": r"je (?:bil[ao]? )?(?:izbrisan|odstranjen)[ao]?",
    "sr": r"je (?:obrisan|izbrisan|uklonjen)[aio]?",
    "mk": r"е (?:избришан|отстранет)[ао]?",
    "bg": r"(?:е|беше|бе) (?:изтрит|премахнат)[ао]?",
    "ru": r"(?:был[аои]? )?(?:удален|стерт)[аоы]?",
    "uk": r"(?:було |був |була )?видален(?:о|а|ий)",
    "be": r"(?:быў |была )?выдален[аыо]",
    "el": r"εχει (?:διαγραφει|αφαιρεθει)|διαγραφηκε|αφαιρεθηκε",
    "sq": r"(?:eshte|u) (?:fshire|fshi|hequr)",
    "hu": r"(?:torlesre|eltavolitasra) kerult|torolve|torolt(?:ek|uk)",
    "tr": r"(?:silindi|kaldirildi|silinmis|kaldirilmis)(?:tir)?",
    "az": r"silin(?:di|ib|mişdir)",
    "kk": r"жойылды|өшірілді|жойылған",
    "ky": r"өчүрүлгөн|өчүрүлдү",
    "uz": r"o.{0,2}chiril(?:di|gan)",
    "mn": r"уст(?:сан|гасан|гагдсан)(?: байна)?",
    "ka": r"წაიშალა|წაშლილია",
    "hy": r"(?:ջնջվել|հեռացվել|ջնջված) է",
    "eo": r"estas (?:forigita|viŝita)",
    "eu": r"ezabatu (?:egin )?da",
    "cy": r"wedi (?:ei |cael ei )(?:ddileu|dileu)",
    "hi": r"हटा (?:दी|दिया|दिए) (?:गई|गया|गए)(?: है)?",
    "bn": r"মুছে ফেলা হয়েছে",
    "ur": r"(?:حذف|ہٹا) (?:کر )?(?:دی|دیا) (?:گئی|گیا)(?: ہے)?",
    "id": r"(?:telah|sudah) (?:dihapus|dipadam|dibuang)",
    "vi": r"đã (?:bị|được) xóa",
    "tl": r"(?:ay )?(?:tinanggal|binura) na",
    "fa": r"حذف شده?(?: است)?",
    "he": r"(?:נמחק|הוסר)[הו]?",
}
REMOVED_UNSPACED: tuple[str, ...] = (
    r"(?:この|該当の)?(?:ページ|記事|データセット|リソース|ファイル|トピック|スレッド|コンテンツ|投稿)(?:は|が)?(?:すでに|既に)?削除(?:されました|されています|されている|済み?(?:です)?)",
    r"(?:该|該|此)?(?:数据集|資料集|资源|資源|文件|檔案|主题|主題|组织|組織|群组|群組)(?:已|已经|已經)?被?(?:删除|刪除)|(?:데이터셋|리소스|파일|문서|주제|패키지)(?:이|가|은|는)? ?삭제 ?(?:되었습니다|됨)|(?:ชุดข้อมูล|ทรัพยากร|ไฟล์|เอกสาร|กระทู้)(?:ได้)?ถูกลบ.{0,8}",
    r"(?:تم|تمت) (?:حذف|إزالة) (?:ال)?(?:مجموعة البيانات|مورد|ملف|مستند|موضوع|مجموعة)",
)
# A whole site has ended: said by the one page that answers everywhere.
CLOSED: tuple[str, ...] = (
    r"(?:has|have|was|is|are)(?: now| been| since| permanently| sadly){0,3} (?:closed(?: down)?|shut ?down|discontinued|retired|decommissioned|ceased (?:publication|operations?|to exist|trading)|come to an end|gone offline|gone for good|wound up)|(?:closed|shut|ceased|ended|stopped publishing|last issue|final (?:issue|edition)).{0,40} (?:on|in|at the end of) .{0,20}(?:19|20)\d\d|no longer (?:publish(?:ed|es)?|operat(?:es?|ing|ional)|in (?:operation|service|business)|exists?|online|maintained)",
    r"(?:wurde|ist|hat|haben?|wird)\b.{0,60}(?:eingestellt|geschlossen|abgeschaltet|beendet|geloscht|nicht mehr (?:online|verfugbar|betrieben|erreichbar|fortgefuhrt)|vom netz genommen|den betrieb ein)|(?:seite|portal|dienst|angebot|forum|blog|zeitung) (?:geschlossen|eingestellt|abgeschaltet)",
    r"(?:a|est|ont|sont)\b.{0,40}(?:ferme|fermes|cesse (?:de|d'|ses|sa|son)|definitivement ferme|arrete|interrompu|pris fin|mis fin|n'est plus (?:en ligne|actif|accessible|disponible))|fermeture (?:definitive|du site)|n'est plus (?:en ligne|actif|accessible)",
    r"(?:ha|han|fue|esta)\b.{0,40}(?:cerrado|cesado|dejado de (?:publicar|funcionar|existir)|finalizado|clausurado|concluido|terminado|dado de baja)|(?:sitio|portal|servicio|web) cerrad[ao]|ya no (?:esta|se) .{0,20}(?:activ[ao]|publica|disponible|linea)",
    r"(?:foi|foram|esta)\b.{0,40}(?:encerrad[ao]|descontinuad[ao]|desativad[ao]|fechad[ao])|(?:encerrou|deixou de (?:existir|publicar|funcionar)|terminou) .{0,60}|(?:e|ha|sono)\b.{0,40}(?:chius[oa]|cessat[oa]|dismess[oa]|terminat[oa]|interrott[oa])|non e piu (?:attivo|online|disponibile)",
    r"(?:is|werd|zijn|heeft)\b.{0,40}(?:gestopt|gesloten|opgeheven|beeindigd|offline gehaald|stopgezet|uit de lucht)|(?:har|ar|er|blev|ble)\b.{0,40}(?:stangts?|stangd|stengt|lukket|nedlagt|nedlagts|lagts? ned|lagt ned|upphort|ophort|opphort|avvecklats?|avviklet|afviklet)|on (?:suljettu|lopetettu|lakkautettu|lopettanut)",
    r"(?:zosta[lo]{1,2}a?|jest|zostal[ao]?)\b.{0,40}(?:zamkniet[yae]|zakonczon[yae]|zlikwidowan[yae]|wylaczon[yae]|zawieszon[yae])|(?:zakonczyl|zakonczyla|zakonczylo) (?:swoja )?(?:dzialalnosc|istnienie|prace)|(?:byl|byla|bylo|bol|bola|bolo|je)\b.{0,40}(?:ukoncen[yae]?|zrusen[yae]?|uzavren[yae]?|vypnut[yae]?|zatvoren[yae]?)|(?:ukoncil[ao]?|skoncil[ao]?) (?:svou |svoju )?(?:cinnost|provoz|prevadzku|vydavani)",
    r"isinara na (?:ang|na)|wala na ang (?:aming )?(?:website|site|archive)",
    r"(?:megszunt|bezart|befejezte (?:a )?mukodeset|leallt|bezarasra kerult|megszunik)|(?:s-a|a fost|si-a|este)\b.{0,40}(?:inchis[ao]?|incetat|desfiintat[ao]?|suspendat[ao]?)|(?:je|su|više|prestao|prestala|prestali|ugašen|zatvoren)\b.{0,40}(?:ugašen[aoi]?|zatvoren[aoi]?|prestao|prestala|prestalo|s? ?radom|sa radom|ukinut[aoi]?|izlazi|nije aktivan|ne radi)|prestal[aoi]? (?:je |su )?(?:sa? )?(?:radom|izlazenjem|da (?:radi|izlazi|postoji))|je (?:ukinjen|ugasnjen|zaprt)[aoi]?",
    r"(?:закрыт[аоы]?|закрылся|закрылась|закрылось|прекратил[аои]? (?:свою )?(?:работу|существование|деятельность|выход|вещание|поддержку)|прекращена? .{0,20}(?:работа|поддержка|деятельность)|больше не (?:работает|поддерживается|существует|обновляется|выходит)|ликвидирован[аоы]?)|(?:закритий|закрито|закрився|закрилося|припинив|припинила|припинено|більше не працює|не існує)|(?:затворен[аои]?|закрит[аои]?|преустанови|прекрати|спря) .{0,30}(?:дейността|работата|издаването|сайт)|сайтът .{0,30}(?:закрит|не работи|затворен)",
    r"(?:εχει|εχουν)\b.{0,40}(?:κλεισει|διακοψει|παυσει|σταματησει|καταργηθει)|(?:εκλεισε|διεκοψε|σταματησε|επαυσε) .{0,40}|(?:kapatilmistir|kapatildi|kapandi|kapanmistir|yayin hayatina son|yayinina son|hizmet vermemektedir|faaliyetine son|sona erdi|sona ermistir)",
    r"(?:サービス|サイト|ホームページ|運営|公開|提供|掲載|ブログ|配信|営業)(?:は|を|の)?.{0,30}(?:終了|閉鎖|閉店|停止)(?:いた)?(?:し|され)|閉鎖(?:いた)?しました|閉鎖のお知らせ|(?:终止|停止|关闭|關閉)(?:运营|運營|服务|服務|营业|營業|更新)?|已(?:关闭|關閉|停止运营|停止運營|停运|停運|下线|下線)|(?:서비스|사이트|홈페이지|운영|블로그).{0,20}(?:종료|폐쇄|중단)",
    r"(?:تم|تمت) (?:إغلاق|إيقاف|إنهاء) (?:ال)?(?:موقع|خدمة|صحيفة|مجلة|منتدى|مدونة).{0,40}|(?:الموقع|الخدمة|الصحيفة) (?:مغلق|مغلقة|متوقف|متوقفة|توقف|توقفت).{0,30}|(?:ה)?(?:אתר|שירות|עיתון|פורום|בלוג) (?:נסגר|הופסק|סגור|אינו פעיל|חדל).{0,40}|(?:سایت|سرویس|روزنامه|وبلاگ) .{0,30}(?:تعطیل|بسته|متوقف) .{0,20}|बंद (?:कर दि?या? गया|हो ग[यई]ा?|हो चुक[ाी])|(?:đã|da) (?:đóng cửa|ngừng hoạt động|dong cua|ngung hoat dong|ngung cung cap)|(?:telah|sudah) (?:ditutup|dihentikan|berhenti beroperasi|tutup)|(?:on |ei ole enam )?(?:suletud|lopetanud tegevuse|tegevuse lopetanud)|(?:ir )?(?:slegta|slegts|beigusi darbu|partraukusi)|(?:uzdaryta|uzdarytas|nutrauke veikla|nebeveikia)",
)  # fmt: skip
# What a machine shows that serves nobody's site: a server's own first page, a hoster's notice.
NOBODYS: tuple[str, ...] = (
    r"welcome to (?:nginx|openresty|caddy|plesk|centos|ispconfig|cyberpanel)|apache2? .{0,30}(?:default|test) page|iis(?: windows(?: server)?)?(?: ?\d+(?:\.\d)?)?$|internet information services|(?:nginx|http server|lighttpd|tomcat|plesk|centos|fedora|ubuntu|debian).{0,40}(?:test|default|placeholder|welcome|obsidian) ?page|it works!?|(?:domain )?default (?:web ?)?(?:(?:site|server|host|vhost|plesk) )?page|web server'?s default page|hello world!? welcome to wordpress|welcome to wordpress",
    r"(?:if you are|are you) the (?:owner|administrator|webmaster) of this (?:web)?(?:site|page|domain|server)|this is the default (?:web ?page|index|page|server)|there is no (?:web)?site configured at this address|no (?:web)?site (?:is )?(?:configured|hosted|here|at this address|found)|(?:web)?site (?:is )?not (?:configured|published|hosted)|invalid host(?:name)?",
    r"(?:account|hosting|(?:web)?site|domain|webspace|service) (?:has been |is |was )?(?:temporarily )?(?:suspended|disabled|deactivated|on hold)|this (?:account|(?:web)?site|domain|service) (?:has been|is) (?:temporarily |currently )?(?:suspended|disabled)|bandwidth limit exceeded|(?:web)?site expired|this (?:account|(?:web)?site|hosting) has expired|(?:contact|please contact) your (?:hosting|web hosting) provider",
    r"(?:konto|webseite|website|webspace|hosting|domain) (?:wurde |ist )?(?:vorubergehend )?(?:gesperrt|deaktiviert|suspendiert)|(?:compte|site|hebergement|domaine)(?: web)? (?:a ete |est )?(?:temporairement )?(?:suspendu|desactive)|(?:cuenta|sitio|hosting|alojamiento|dominio)(?: web)? (?:ha sido |esta |fue )?(?:temporalmente )?suspendid[ao]|(?:conta|site|hospedagem) (?:foi |esta )?suspens[ao]|(?:account|sito|hosting|dominio) (?:e |e stato )?(?:temporaneamente )?sospeso",
    r"witaj na nowym hostingu|wgraj pliki do katalogu|public_html|nothing (?:has been )?uploaded yet|if you own this (?:web)?site|hosting account (?:is )?ready|no such app$|there is nothing here,? yet|(?:this |your )?domain (?:is not|isn't) (?:yet )?(?:connected|linked|pointed|configured|set up)|(?:домен|сайт) не (?:подключен|привязан|настроен|опубликован)|authors? (?:has|have) deleted this (?:site|blog)|this (?:site|blog|shop|store) (?:has been |was |is )?(?:deleted|(?:currently )?unavailable|no longer available)|something new is coming|^coming soon$|(?:internetprasenz|webprasenz|website) wurde (?:soeben|gerade|neu) (?:freigeschaltet|eingerichtet)|inhaber hat noch keine (?:inhalte|webseite)|usluga zawieszona|未按规定进行备案|(?:网站|站点)(?:未|没有)(?:备案|找到)|没有找到站点",
    r"konto (?:hostingowe )?(?:zostalo )?zawieszone|strona (?:zostala )?(?:zablokowana|zawieszona)|(?:usluga )?hosting(?:u)? (?:wygasla?|zostala? (?:zawieszona?|zablokowana?))|(?:ucet|web|stranky|hosting) (?:byl[ya]? |je |su )?pozastaven[yae]?|(?:sajt|nalog|hosting|stranica) (?:je )?(?:privremeno )?(?:suspendovan|suspendirana?|blokiran)|(?:сайт|аккаунт|хостинг|домен) (?:временно )?(?:заблокирован|приостановлен|отключен)|(?:обслуживание|работа) (?:сайта|хостинга|аккаунта) (?:приостановлен[оа]|заблокирован[оа])|(?:hesap|site|hosting) askiya alinmis(?:tir)?",
    r"(?:future|new) home of (?:something|a|an|the) .{0,40}|(?:this |the )?(?:web)?site (?:is )?(?:coming soon|under construction)|(?:questo |il )?(?:dominio|spazio web|sito) (?:e |risulta )?(?:riservato|registrato|in costruzione|in allestimento)|(?:hier entsteht|an dieser stelle entsteht) .{0,40}(?:webseite|website|internetprasenz|homepage|seite)|(?:site|sitio|sito|strona|stranica|сайт) (?:en construction|en construccion|in costruzione|em construcao|w budowie|u izradi|u izgradnji|ve vystavbe|vo vystavbe|в разработке|на реконструкции)|(?:dominio|domaine|domena|domein|domain|домен) .{0,30}(?:registrat[oa] (?:da|presso|con|su)|enregistre (?:par|chez|via)|utrzymywana (?:na|przez|w)|geregistreerd (?:door|via|bij)|registriert (?:bei|durch|von)|зарегистрирован)",
)  # fmt: skip


_BETWEEN = r"(?:[^\s.!?:;|]+ ){0,3}?"  # with more, headlines of stories come in
# What a heading may go on with, and still says no more.
_TAIL = r"(?: (?:or|and|oder|und|ou|et|o|y|e|of|en|eller|och|og|tai|lub|i|nebo|ili|ali|или|и|або|sau|vagy|veya|from (?:our|this|the) .{0,20}|any ?more|yet|on .{0,12}(?:19|20)\d\d)(?: .{0,50})?)?"


def _things() -> re.Pattern[str]:
    told = (f"(?:{thing}) {_BETWEEN}(?:{became})" for thing, became in THINGS.values())
    removed = (_removed(LANGUAGES[language], became) for language, became in REMOVED.items())
    return one_of(*told, *removed, *SAID, *REMOVED_UNSPACED)


def _removed(m: Missing, became: str) -> str:
    kept = "|".join(things for things in (m.things, m.others, m.wares) if things)
    return rf"(?:(?:{m.lead}) )*(?:{kept})(?: [\w'.-]{{1,14}})? (?:{became})"


_TAKEN = _things()
_WHOLE = re.compile(f"(?:{_TAKEN.pattern}){fold(_TAIL)}")
_CLOSED, _NOBODYS = one_of(*CLOSED), one_of(*NOBODYS)


@lru_cache(maxsize=256)
def heading_says_withdrawn(heading: str) -> bool:
    """Whether `heading`, as a whole, says that what stood here was taken away."""
    return _WHOLE.fullmatch(message_core(heading)[0]) is not None


def statement_says_withdrawn(line: str) -> bool:
    """Whether a line of the page begins with a sentence that says so and nothing else."""
    return any(map(heading_says_withdrawn, sentences(line)[:1]))


def statement_repeats_withdrawn(line: str) -> bool:
    """Whether a line begins by saying so, perhaps by whom or why: under a heading that says it, too."""
    core, _ = message_core(" ".join(sentences(line)[:1]))
    match = _TAKEN.match(core)
    return match is not None and not core[match.end() : match.end() + 1].isalnum()


def says_closed(line: str) -> bool:
    """Whether a line says of something that it has ended."""
    return _CLOSED.search(fold(line[:LONGEST])) is not None


def says_nobodys(line: str) -> bool:
    """Whether a line is one of a server that nobody has put a site on, or of a hoster who took it off."""
    return _NOBODYS.search(fold(line[:LONGEST])) is not None
