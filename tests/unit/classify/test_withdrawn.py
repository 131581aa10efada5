# ruff: noqa: E501 - wide letters count twice
"""What stood there was taken away: adverts, posts, accounts, whole sites."""

import pytest
from tests.unit.classify.making import PLAIN, URL, answered, facts

from citecheck.classify import ObserveContext, observe
from citecheck.classify.probe import ProbeSays
from citecheck.classify.withdrawn import (
    heading_says_withdrawn,
    says_closed,
    says_nobodys,
    statement_says_withdrawn,
)
from citecheck.model import LinkState

ADVERT = "https://market.example/item/550123"
HONEST, EVERYWHERE = (ObserveContext(probe=says) for says in (ProbeSays.HONEST, ProbeSays.EVERYWHERE))
MENU = "<nav>" + "".join(f'<a href="/{n}">Part {n}</a>' for n in range(30)) + "</nav>"

TAKEN_AWAY = (
    "This listing has ended", "This job has expired and is no longer available.", "Video unavailable",
    "Account suspended", "No longer accepting applications", "Photo removed", "Post deleted by author",
    "Cet article a été supprimé", "L'annonce a expiré", "Die gewünschte Anzeige ist nicht mehr verfügbar.",
    "Anzeige deaktiviert", "Este anuncio ya no está disponible", "Esta vaga já foi encerrada",
    "L'annuncio è scaduto", "Dit artikel is offline gehaald", "Annonsen är borttagen", "Annoncen er udløbet",
    "Ilmoitus on poistettu", "Ogłoszenie wygasło", "Inzerát byl smazán", "Ponuka už nie je dostupná",
    "A hirdetés már nem elérhető", "Anunțul a expirat", "Обявата е изтекла", "Объявление снято с публикации",
    "Вакансия закрыта", "Оголошення знято з публікації", "Oglas je istekao", "Оглас је обрисан",
    "Oglas ni več na voljo", "Η αγγελία έχει λήξει", "Bu ilan yayından kaldırılmıştır", "Kuulutus on aegunud",
    "Sludinājums ir dzēsts", "Skelbimas nebegalioja", "Aquest anunci ja no existeix", "Tin đăng đã hết hạn",
    "Iklan ini sudah tidak tersedia", "この投稿は削除されました", "この求人は掲載を終了しました",
    "该内容已被发布者删除", "此職位已過期", "삭제된 게시물입니다", "마감된 채용공고입니다", "تم حذف هذا الإعلان",
    "המודעה הוסרה", "این آگهی حذف شده است", "यह विज्ञापन हटा दिया गया है", "ประกาศนี้หมดอายุแล้ว",
)  # fmt: skip
HEADLINES = (
    "Photo removed from Stalin-era archive resurfaces", "Account suspended over a joke returns",
    "Video of the crash has been deleted by police, witnesses say", "Why this listing has ended up in court",
    "Story of the bridge that was removed", "Offer expired: how the deal died", "The profile of a killer",
    "Product design is no longer about looks", "Job market closed the year with gains",
    "Article 50 has been triggered", "This event has ended", "This topic was automatically closed",
    "Il video è diventato virale", "Der Artikel ist online", "Тема закрыта для обсуждения",
)  # fmt: skip


@pytest.mark.parametrize("said", TAKEN_AWAY)
def test_said_in_many_languages(said: str) -> None:
    assert heading_says_withdrawn(said)
    assert statement_says_withdrawn(f"{said.rstrip('.')}. Here are others like it")


@pytest.mark.parametrize("headline", HEADLINES)
def test_headlines_and_pages_that_live_on_say_something_else(headline: str) -> None:
    assert not heading_says_withdrawn(headline)
    assert not statement_says_withdrawn(headline)


@pytest.mark.parametrize("context", [ObserveContext(), HONEST], ids=["not asked", "honest host"])
def test_an_advert_that_ran_out_is_gone_whatever_the_status_says(context: ObserveContext) -> None:
    page = facts(
        f"<title>This listing has ended | Market</title>{MENU}<h1>This listing has ended</h1>"
        "<p>The seller has taken it down.</p>",
        ADVERT,
    )
    seen = observe(answered(200, ADVERT), page, context)
    assert (seen.state, seen.rule) == (LinkState.SOFT_404, "withdrawn")


def test_a_page_without_headline_may_say_it_in_a_sentence() -> None:
    page = facts(f"<title>Market</title>{MENU}<p>This item is no longer available. See others.</p>", ADVERT)
    assert observe(answered(200, ADVERT), page, HONEST).state is LinkState.SOFT_404


@pytest.mark.parametrize(
    ("url", "markup"),
    [
        (ADVERT, f"<h1>A red bicycle</h1><p>This item is no longer available.</p>{MENU}"),
        (ADVERT, f"<h1>This listing has ended</h1>{MENU}" + f"<p>{PLAIN}</p>" * 6),
        (
            "https://talk.example/t/account-deleted/1921",
            f"<h1>Account deleted</h1><p>I deleted my account by mistake. Can it be restored?</p>{MENU}",
        ),
        (
            ADVERT,
            '<meta property="article:published_time" content="2020-01-01"><h1>Account suspended</h1>'
            f"<p>The ministry's account was suspended for a day.</p>{MENU}",
        ),
    ],
    ids=["the item is still shown", "text enough", "asked in a forum", "a dated article"],
)  # fmt: skip
def test_what_is_still_there_is_alive(url: str, markup: str) -> None:
    assert observe(answered(200, url), facts(markup, url), HONEST).state is LinkState.ALIVE


@pytest.mark.parametrize(
    "said",
    [
        "The Quay Courier has closed.", "Das Forum wurde zum 31. Dezember eingestellt.",
        "Le site a définitivement fermé ses portes", "El portal ha cerrado", "O site foi encerrado",
        "Sajt je prestao sa radom", "Портал прекратил работу", "Сайт більше не працює", "Serwis został zamknięty",
        "Web byl ukončen", "Az oldal megszűnt", "Ο ιστότοπος έχει κλείσει", "Sitemiz kapatılmıştır",
        "当サイトはサービスを終了しました", "本站已关闭", "서비스가 종료되었습니다", "De website is gestopt",
    ],
)  # fmt: skip
def test_a_closed_site_shows_one_notice_everywhere(said: str) -> None:
    assert says_closed(said)
    page = facts(f"<title>Courier</title><h1>Goodbye</h1><p>{said}</p>")
    assert observe(answered(200, URL), page, EVERYWHERE).rule == "nobodys-site"
    assert observe(answered(200, URL), page, HONEST).state is LinkState.ALIVE


@pytest.mark.parametrize(
    "said",
    [
        "Welcome to nginx!", "IIS Windows Server", "Apache2 Debian Default Page", "Web Server's Default Page",
        "If you are the owner of this website, contact your hosting provider", "This account has been suspended",
        "Diese Webseite wurde gesperrt", "Ce site a été suspendu", "Konto zawieszone", "Сайт заблокирован",
    ],
)  # fmt: skip
def test_a_server_without_site_says_so(said: str) -> None:
    assert says_nobodys(said)


def test_a_check_of_readers_is_no_closed_site() -> None:
    page = facts("<title>Courier</title><h1>Welcome</h1><p>Choose your country to go on.</p>")
    assert observe(answered(200, URL), page, EVERYWHERE).state is LinkState.BLOCKED_BOT


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Відео видалено", "Відео з мером видалено з каналу після скарги. На ньому він співав. Копії розійшлися мережею."),
        ("Konto zawieszone", "Konto klubu zostało zawieszone przez bank. Zawodnicy nie dostaną pensji. Prezes zapowiada odwołanie."),
        ("Video removed", "The town took a film of the flood off its channel on Tuesday. The mayor sings in it, and not well."),
    ],
)  # fmt: skip
def test_a_brief_under_such_a_headline_tells_a_story(heading: str, text: str) -> None:
    url = "https://paper.example/news/5512"
    page = facts(f"<title>{heading} – Courier</title>{MENU}<h2>{heading}</h2><p>{text}</p>", url)
    assert observe(answered(200, url), page, HONEST).state is LinkState.ALIVE


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("This listing has been removed", "The item you are looking for is no longer available. The seller has ended it. Have a look at similar items below."),
        ("Annoncen er slettet", "Annoncen findes ikke længere. Sælgeren har fjernet den. Se lignende annoncer herunder."),
        ("Cette annonce n'est plus disponible", "L'annonce a été supprimée par son auteur. Découvrez d'autres annonces."),
    ],
)  # fmt: skip
def test_a_notice_may_be_as_long(heading: str, text: str) -> None:
    page = facts(f"<title>{heading} – Market</title>{MENU}<h1>{heading}</h1><p>{text}</p>", ADVERT)
    assert observe(answered(200, ADVERT), page, HONEST).state is LinkState.SOFT_404


def test_a_servers_own_front_page_is_nobodys_site() -> None:
    front = "https://choir.example/"
    page = facts("<title>IIS Windows Server</title><img src=iis.png>", front)
    assert observe(answered(200, front), page).rule == "nobodys-site"
    alive = facts(f"<title>Choir</title><h1>Choir</h1><p>{PLAIN}</p>{MENU}", front)
    assert observe(answered(200, front), alive).state is LinkState.ALIVE


def test_an_article_with_its_date_may_be_headed_so() -> None:
    url = "https://paper.example/kultura/88120"
    dated = '<meta property="article:published_time" content="2024-01-01">'
    markup = f"<title>Страница удалена – Courier</title><h1>Страница удалена</h1>{MENU}<p>Страница удалена из летописи.</p>"
    assert observe(answered(200, url), facts(dated + markup, url)).state is LinkState.ALIVE
    assert observe(answered(200, url), facts(markup, url)).state is LinkState.SOFT_404


@pytest.mark.parametrize(
    "said",
    [
        "The requested package has been deleted.",
        "Das Dokument wurde gelöscht.",
        "Deze dataset is verwijderd.",
        "Dokumentet har raderats.",
        "Datasættet er blevet slettet.",
        "Dokumentet ble slettet.",
        "Dokumentti on poistettu.",
        "Dokument on kustutatud.",
        "Dokumentas buvo ištrintas.",
        "Dokuments tika izdzēsts.",
        "Le document a été supprimé.",
        "El conjunto de datos fue eliminado.",
        "O documento foi apagado.",
        "Il documento è stato eliminato.",
        "Documentul a fost șters.",
        "Dokument został usunięty.",
        "Dokument byl smazán.",
        "Dokument bol odstránený.",
        "Dokument je izbrisan.",
        "Документ је обрисан.",
        "Документът беше изтрит.",
        "Документ был удалён.",
        "Документ було видалено.",
        "Το έγγραφο έχει διαγραφεί.",
        "Dokumenti është fshirë.",
        "A dokumentum törlésre került.",
        "Belge silindi.",
        "סדרת נתונים נמחקה.",
        "تم حذف مستند.",
        "سند حذف شد.",
        "Dokumen ini telah dihapus.",
        "Tài liệu đã bị xóa.",
        "ファイルは削除されました。",
        "文件已被删除",
        "파일이 삭제되었습니다.",
    ],
)
def test_whatever_a_site_keeps_may_be_removed(said: str) -> None:
    assert heading_says_withdrawn(said)
    assert statement_says_withdrawn(said)


@pytest.mark.parametrize(
    "headline",
    [
        "Members were removed",
        "Autor wurde entfernt",
        "Deleted",
        "Documents of the ministry were deleted before the inquiry began",
        "Dateien der Behörde gelöscht: wer wusste davon?",
        "Le document qui a été supprimé trois fois par la mairie",
    ],
)
def test_a_headline_of_something_removed_is_none(headline: str) -> None:
    assert not heading_says_withdrawn(headline)
