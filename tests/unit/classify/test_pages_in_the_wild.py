# ruff: noqa: E501 - one page a line
"""Pages as sites word them, with the furniture of a site around: none is in the lists that we work from."""

import pytest
from tests.unit.classify.making import answered, facts

from citecheck.classify import observe, should_probe
from citecheck.model import LinkState, PageFacts

URL = "https://paper.example/2019/10/harbour-plan-decided"
NAVIGATION = (
    "<header><a href=/>The Paper</a><nav>"
    + "".join(f"<a href=/s{n}>Section {n}</a>" for n in range(25))
    + "</nav></header>"
)
MOST_READ = (
    "<aside><h2>Most read</h2><ul>"
    + "".join(
        f"<li><a href=/n{n}>A council somewhere decides about matter number {n} after a long night</a></li>"
        for n in range(12)
    )
    + "</ul></aside>"
)
IMPRINT = "<footer><p>All rights reserved. Imprint, privacy policy, terms of use, contact, advertise with us, newsletter.</p></footer>"
TEXT = "".join(
    f"<p>The council of the town met for the {n}th time this year and decided, after hours of debate, to go on with the plan that it had made for the old harbour, said its speaker.</p>"
    for n in range(14)
)
BRIEF = "<p>The mayor of the town said on Tuesday that the new bridge will open in spring.</p><p>It cost 3 million euros.</p>"
# Title, heading, sentence.
MISSING = (
    (
        "404 | The Paper",
        "Sorry, we couldn’t find that page",
        "The page may have moved, or no longer be available. Try searching.",
    ),
    ("The Paper", "Oops!", "We can’t seem to find the page you’re looking for."),
    (
        "Error - The Paper",
        "Something’s missing",
        "The page you requested could not be located on our server.",
    ),
    (
        "Page unavailable",
        "This page isn’t available",
        "The link you followed may be broken, or the page may have been removed.",
    ),
    (
        "The Paper",
        "This content is no longer available",
        "The article you are looking for has been removed or has expired.",
    ),
    (
        "Nothing found – The Paper",
        "Nothing Found",
        "It seems we can’t find what you’re looking for. Perhaps searching can help.",
    ),
    ("Story not found", "Story not found", "This story has been archived or deleted."),
    (
        "HTTP 404",
        "File or directory not found",
        "The resource you are looking for might have been removed, had its name changed, or is temporarily unavailable.",
    ),
    (
        "Fehler 404 - Die Zeitung",
        "Diese Seite gibt es nicht (mehr)",
        "Leider konnten wir die angeforderte Seite nicht finden.",
    ),
    (
        "Die Zeitung",
        "Hoppla, da ist etwas schiefgelaufen",
        "Der gewünschte Artikel ist nicht mehr verfügbar.",
    ),
    (
        "Seite nicht verfügbar",
        "Artikel nicht gefunden",
        "Der Inhalt, den Sie suchen, wurde verschoben oder gelöscht.",
    ),
    (
        "Erreur 404",
        "Oups ! Cette page n’existe plus",
        "Le contenu que vous recherchez a été déplacé ou supprimé.",
    ),
    ("Le Journal", "Contenu indisponible", "L’article demandé n’est plus en ligne."),
    (
        "Error 404 - El Diario",
        "Lo sentimos, no hemos encontrado la página",
        "Es posible que el contenido haya sido eliminado o que la dirección sea incorrecta.",
    ),
    (
        "El Diario",
        "¡Vaya! No encontramos lo que buscas",
        "La noticia que intentas ver ya no está disponible.",
    ),
    (
        "Errore 404",
        "Ops! Pagina non disponibile",
        "Il contenuto richiesto non è più disponibile o è stato spostato.",
    ),
    ("Erro 404", "Ops! Não encontramos essa página", "O conteúdo que você procura pode ter sido removido."),
    ("Jornal", "Conteúdo não disponível", "O artigo que procura já não se encontra disponível."),
    (
        "Pagina bestaat niet",
        "Oeps, deze pagina bestaat niet (meer)",
        "Het artikel dat je zoekt is verwijderd of verplaatst.",
    ),
    (
        "Błąd 404",
        "Ups! Nie znaleźliśmy takiej strony",
        "Strona, której szukasz, została usunięta lub przeniesiona.",
    ),
    ("Gazeta", "Artykuł niedostępny", "Ten artykuł nie jest już dostępny."),
    ("Chyba 404", "Jejda, tahle stránka tu není", "Stránka byla odstraněna nebo přesunuta."),
    ("Chyba 404", "Ľutujeme, stránka neexistuje", "Článok bol odstránený alebo presunutý."),
    ("Greška 404", "Ups! Tražena stranica ne postoji", "Sadržaj koji tražite je uklonjen ili premešten."),
    ("Vest nije pronađena", "Vest nije pronađena", "Moguće je da je vest obrisana."),
    ("Грешка 404", "Страница не постоји", "Тражени садржај је уклоњен."),
    ("Greška 404", "Ups, stranica koju tražite ne postoji", "Članak je uklonjen ili premješten."),
    ("Napaka 404", "Stran, ki jo iščete, ne obstaja", "Vsebina je bila odstranjena ali premaknjena."),
    ("Ошибка 404", "Упс! Страница не найдена", "Возможно, она была удалена или перемещена."),
    ("Газета", "Материал не найден", "Материал удалён или ещё не опубликован."),
    ("Помилка 404", "На жаль, сторінку не знайдено", "Можливо, матеріал було видалено або переміщено."),
    (
        "Грешка 404",
        "Опа! Страницата, която търсите, не съществува",
        "Възможно е да е била изтрита или преместена.",
    ),
    ("Грешка 404", "Страницата не е пронајдена", "Содржината која ја барате е отстранета."),
    ("Gabim 404", "Faqja nuk u gjet", "Përmbajtja që kërkoni është hequr ose zhvendosur."),
    ("Eroare 404", "Ne pare rău, pagina nu a fost găsită", "Conținutul căutat a fost șters sau mutat."),
    (
        "404-es hiba",
        "Hoppá! A keresett oldal nem található",
        "Lehet, hogy a cikket töröltük vagy áthelyeztük.",
    ),
    (
        "Σφάλμα 404",
        "Ουπς! Η σελίδα δεν βρέθηκε",
        "Το περιεχόμενο που αναζητάτε έχει αφαιρεθεί ή μετακινηθεί.",
    ),
    ("Hata 404", "Üzgünüz, aradığınız sayfa bulunamadı", "Haber kaldırılmış veya taşınmış olabilir."),
    ("Fel 404", "Hoppsan! Sidan du letar efter finns inte", "Artikeln har tagits bort eller flyttats."),
    ("Fejl 404", "Ups! Siden findes ikke", "Artiklen er blevet fjernet eller flyttet."),
    ("Feil 404", "Oi! Vi fant ikke siden", "Artikkelen er fjernet eller flyttet."),
    ("Virhe 404", "Hups! Sivua ei löytynyt", "Sisältö on poistettu tai siirretty."),
    ("Viga 404", "Lehekülge ei leitud", "Otsitud artiklit ei leitud."),
    ("Kļūda 404", "Lapa nav atrasta", "Meklētais raksts ir dzēsts vai pārvietots."),
    ("Klaida 404", "Puslapis nerastas", "Ieškomas straipsnis pašalintas arba perkeltas."),
    (
        "404 Not Found",
        "お探しのページは見つかりません",
        "記事が削除されたか、URLが変更された可能性があります。",
    ),
    ("エラー", "この記事は公開を終了しました", "掲載期間が終了したため、表示できません。"),
    ("404", "抱歉，您访问的页面不存在", "该内容可能已被删除或移动。"),
    ("提示信息", "您所查看的文章已被删除", "请返回首页。"),
    ("오류", "요청하신 페이지를 찾을 수 없습니다", "기사가 삭제되었거나 주소가 변경되었습니다."),
    ("신문", "삭제된 기사입니다", "해당 기사는 더 이상 제공되지 않습니다."),
    ("خطأ 404", "عذراً، الصفحة غير موجودة", "ربما تم حذف المحتوى أو نقله."),
    ("שגיאה 404", "אופס! הדף לא נמצא", "ייתכן שהתוכן הוסר או הועבר."),
    ("خطای ۴۰۴", "صفحه مورد نظر یافت نشد", "ممکن است محتوا حذف شده باشد."),
    ("Lỗi 404", "Rất tiếc, không tìm thấy trang", "Bài viết đã bị xóa hoặc di chuyển."),
    ("Kesalahan 404", "Maaf, halaman tidak ditemukan", "Artikel telah dihapus atau dipindahkan."),
    ("त्रुटि 404", "क्षमा करें, पेज नहीं मिला", "यह सामग्री हटा दी गई है।"),
)
PRESENT = (
    ("How to make a good 404 page", "How to make a good 404 page", TEXT),
    ("Page not found: the art of the error page", "Page not found: the art of the error page", TEXT),
    ("Body of missing man not found", "Body of missing man not found", TEXT),
    ("Error 404: the startup that failed", "Error 404: the startup that failed", BRIEF),
    ("The article that was deleted", "The article that was deleted", TEXT),
    (
        "Court: content no longer available must be restored",
        "Court: content no longer available must be restored",
        TEXT,
    ),
    ("Weapons not found, says inspector", "Weapons not found, says inspector", BRIEF),
    ("Access denied: migrants turned away", "Access denied: migrants turned away", TEXT),
    ("Access denied: migrants turned away", "Access denied: migrants turned away", BRIEF),
    ("Domain for sale: the trade in names", "Domain for sale: the trade in names", TEXT),
    ("Please verify you are human: how captchas work", "Please verify you are human", TEXT),
    ("Subscribe to continue: the paywall debate", "Subscribe to continue: the paywall debate", TEXT),
    ("Are you a robot? Philosophers answer", "Are you a robot?", TEXT),
    ("Mayor opens bridge", "Mayor opens bridge", BRIEF),
    ("Siden findes ikke mere: om døde links", "Siden findes ikke mere", TEXT),
    ("Сайт недоступен: что произошло", "Сайт недоступен: что произошло", TEXT),
    ("Сайт недоступен: что произошло", "Сайт недоступен: что произошло", BRIEF),
    ("Seite 404 im Stasi-Archiv", "Seite 404 im Stasi-Archiv", TEXT),
    ("Flight 404", "Flight 404", BRIEF),
    ("Room 404: a novel", "Room 404: a novel", BRIEF),
    ("Nothing found in the rubble", "Nothing found in the rubble", BRIEF),
    (
        "Story not found: why nobody wrote about the flood",
        "Story not found: why nobody wrote about the flood",
        BRIEF,
    ),
    (
        "Sorry",
        "Sorry",
        "<p>The minister said sorry to the families of the victims on Monday.</p><p>He resigned the same evening.</p>",
    ),
    (
        "Error in the count",
        "Error in the count",
        "<p>The electoral commission found an error in the count of one district.</p>",
    ),
    ("Gallery: the flood", "Gallery: the flood", "<img src=1><img src=2><img src=3><p>Picture: agency</p>"),
    ("Video: the flood", "Video: the flood", "<video src=x></video><p>Watch the flood.</p>"),
    ("Live: the election", "Live: the election", "<p>20:01 Polls are closed.</p><p>20:15 First results.</p>"),
    (
        "Cookie law changes",
        "Cookie law changes",
        '<div class="cookie-banner"><p>We use cookies. Accept all or manage your settings.</p><button>Accept</button></div>'
        + TEXT,
    ),
    ("Login pages are insecure", "Login pages are insecure", TEXT + '<form><input type="password"></form>'),
)


def page(title: str, heading: str, body: str, *furniture: str) -> PageFacts:
    markup = f"<title>{title}</title>{NAVIGATION}<main><h1>{heading}</h1>{body}</main>{''.join(furniture)}{IMPRINT}"
    return facts(markup, URL)


@pytest.mark.parametrize("furniture", [(), (MOST_READ,)], ids=["bare", "most-read"])
@pytest.mark.parametrize(("title", "heading", "sentence"), MISSING)
def test_a_page_that_is_not_there_is_found_out_or_probed(
    title: str, heading: str, sentence: str, furniture: tuple[str, ...]
) -> None:
    seen = page(title, heading, f"<p>{sentence}</p>", *furniture)
    state = observe(answered(200, URL), seen).state
    assert state is LinkState.SOFT_404 or should_probe(answered(200, URL), seen), state


def test_few_of_them_need_the_probe() -> None:
    states = [observe(answered(200, URL), page(t, h, f"<p>{s}</p>", MOST_READ)).state for t, h, s in MISSING]
    assert states.count(LinkState.SOFT_404) >= 0.9 * len(states)


@pytest.mark.parametrize(("title", "heading", "body"), PRESENT)
def test_a_page_that_is_there_is_alive(title: str, heading: str, body: str) -> None:
    for furniture in ((), (MOST_READ,)):
        assert observe(answered(200, URL), page(title, heading, body, *furniture)).state is LinkState.ALIVE
