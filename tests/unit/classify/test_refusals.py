"""Pages that refuse their reader, or are away just now, under the status of a page that is there."""

import pytest
from tests.unit.classify.making import PLAIN, answered, facts

from citecheck.classify import ObserveContext, ProbeSays, observe, should_probe
from citecheck.classify.refusals import heads_with_refusal, refuses, says_blocked
from citecheck.classify.wordings import is_for_now, says_out_of_service
from citecheck.model import LinkClass, LinkState, Observation, PageFacts

URL = "https://club.example/minutes/2019/the-old-pier-is-sold"
MENU = "<ul>" + "".join(f'<li><a href="/{n}">Room {n}</a></li>' for n in range(20)) + "</ul>"

# Each in our own words, as forums, wikis and archives say it.
NO_RIGHT = {
    "en": "You don't have the necessary permission to view this file.",
    "de": "Sie haben keine Berechtigung für diesen Bereich.",
    "fr": "Vous n'avez pas le droit de consulter ce dossier.",
    "es": "No tienes permiso para ver este tema.",
    "ca": "No teniu permís per veure aquest fil.",
    "pt": "Você não tem autorização para ver este tópico.",
    "it": "Non hai i permessi per leggere questa discussione.",
    "nl": "Je hebt geen toestemming om dit onderwerp te lezen.",
    "sv": "Du saknar behörighet till det här ämnet.",
    "da": "Du har ikke adgang til dette emne.",
    "nb": "Du mangler tilgang til dette arkivet.",
    "fi": "Sinulla ei ole oikeutta lukea tätä ketjua.",
    "et": "Sul puudub õigus seda teemat lugeda.",
    "pl": "Nie masz uprawnień, aby czytać ten wątek.",
    "cs": "Nemáte oprávnění číst toto téma.",
    "sk": "Nemáte právo čítať túto tému.",
    "hu": "Nincs jogosultsága a téma olvasásához.",
    "ro": "Nu aveți permisiunea de a citi acest subiect.",
    "sl": "Nimate dovoljenja za branje te teme.",
    "hr": "Nemate ovlasti za čitanje ove teme.",
    "sr": "Немате дозволу за читање ове теме.",
    "bg": "Нямате право да четете тази тема.",
    "ru": "У вас нет прав для чтения этой темы.",
    "uk": "У вас немає дозволу читати цю тему.",
    "el": "Δεν έχετε δικαίωμα ανάγνωσης αυτού του θέματος.",
    "tr": "Bu konuyu okuma yetkiniz yok.",
    "ar": "ليس لديك صلاحية لقراءة هذا الموضوع.",
    "fa": "شما اجازه خواندن این موضوع را ندارید.",
    "he": "אין לך הרשאה לקרוא את הנושא הזה.",
    "hi": "आपको यह विषय पढ़ने की अनुमति नहीं है।",
    "id": "Anda tidak memiliki izin untuk membaca topik ini.",
    "vi": "Bạn không có quyền đọc chủ đề này.",
    "zh": "您没有查看该主题的权限。",
    "ja": "このトピックを読む権限がありません。",
    "ko": "이 글을 읽을 권한이 없습니다.",
}
REFUSED = {
    "en": "Access denied",
    "de": "Zugriff verweigert",
    "fr": "Accès refusé",
    "es": "Acceso denegado",
    "pt": "Acesso negado",
    "it": "Accesso vietato",
    "nl": "Toegang geweigerd",
    "sv": "Åtkomst nekad",
    "da": "Adgang nægtet",
    "nb": "Ingen tilgang",
    "fi": "Pääsy evätty",
    "et": "Juurdepääs keelatud",
    "pl": "Dostęp zabroniony",
    "cs": "Přístup odepřen",
    "sk": "Prístup zamietnutý",
    "hu": "Hozzáférés megtagadva",
    "ro": "Acces interzis",
    "sl": "Dostop zavrnjen",
    "hr": "Pristup zabranjen",
    "sr": "Приступ одбијен",
    "bg": "Достъпът е отказан",
    "ru": "Доступ запрещён",
    "uk": "У доступі відмовлено",
    "el": "Δεν επιτρέπεται η πρόσβαση",
    "tr": "Erişim reddedildi",
    "ar": "تم رفض الوصول",
    "fa": "دسترسی غیرمجاز",
    "he": "הגישה נדחתה",
    "id": "Akses ditolak",
    "vi": "Từ chối truy cập",
    "zh": "禁止访问",
    "ja": "アクセス拒否",
    "ko": "접근 금지",
}
ERRORS = {
    "en": "Internal error",
    "de": "500 – Interner Serverfehler",
    "fr": "Erreur interne du serveur",
    "es": "Error interno del servidor",
    "pt": "Erro interno",
    "it": "Errore interno del server",
    "nl": "Interne fout",
    "sv": "Internt serverfel",
    "nb": "Intern feil",
    "fi": "Palvelinvirhe",
    "et": "Serveri sisemine viga",
    "pl": "Wewnętrzny błąd serwera (500)",
    "cs": "Interní chyba serveru",
    "hu": "Belső hiba",
    "sr": "Унутрашња грешка",
    "ru": "Внутренняя ошибка сервера",
    "uk": "Внутрішня помилка",
    "el": "Εσωτερικό σφάλμα διακομιστή",
    "tr": "Sunucu hatası",
    "ar": "خطأ داخلي",
    "ja": "内部エラー",
    "zh": "服务器内部错误",
    "ko": "서버 내부 오류",
}


def page(title: str, heading: str, *lines: str, around: str = "") -> PageFacts:
    told = "".join(f"<p>{line}</p>" for line in lines)
    return facts(f"<title>{title}</title>{around}<h1>{heading}</h1>{told}", URL)


MISSING = page("Quay Club", "Not found", "There is no such page.", around=MENU)
NEWS = "The club meets every Thursday in the loft over the sail maker's, and guests bring their own chairs."
FRONT = page("Quay Club", "Quay Club", NEWS, NEWS, around=MENU)
HONEST = ObserveContext(probe=ProbeSays.HONEST, beside=(MISSING, FRONT))
ANYWHERE = ObserveContext(probe=ProbeSays.SAME, beside=(FRONT,))
EVERYWHERE = ObserveContext(probe=ProbeSays.EVERYWHERE)


def seen(found: PageFacts, context: ObserveContext | None = None) -> Observation:
    return observe(answered(200, URL), found, context)


@pytest.mark.parametrize("said", NO_RIGHT.values(), ids=NO_RIGHT.keys())
def test_whoever_has_no_right_to_read_needs_an_account(said: str) -> None:
    assert refuses(said)
    for around in ("", MENU):
        found = page("Quay Club", "Quay Club", said, around=around)
        for context in (HONEST, ANYWHERE):
            assert seen(found, context).state is LinkState.LOGIN_REQUIRED


@pytest.mark.parametrize("heading", REFUSED.values(), ids=REFUSED.keys())
def test_a_page_headed_as_a_refusal_refuses(heading: str) -> None:
    assert heads_with_refusal(heading)
    assert heads_with_refusal(f"403 – {heading}")
    assert heads_with_refusal(f"{heading} | Quay Club")
    assert seen(page(heading, heading)).state is LinkState.FORBIDDEN
    found = page(f"{heading} | Quay Club", heading, around=MENU)
    assert should_probe(answered(200, URL), found), "what stands around it may be the site's"
    for context in (HONEST, ANYWHERE):
        assert seen(found, context).link_class is LinkClass.WALLED, "never dead, wherever it stands"


def test_a_refusal_that_speaks_of_an_account_asks_for_one() -> None:
    found = page(
        "Access denied | Quay Club", "Access denied", "Perhaps you want to log in first.", around=MENU
    )
    assert seen(found, HONEST).state is LinkState.LOGIN_REQUIRED
    asked = page("Access denied", "Access denied", "You do not have access. Please log in to read on.")
    assert seen(asked, HONEST).state is LinkState.LOGIN_REQUIRED


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Access denied: how the archive was closed", (PLAIN, PLAIN, PLAIN)),
        ("Forbidden", (PLAIN,) * 4),
        ("The old pier is sold", ("You do not have permission, said the clerk.", PLAIN, PLAIN, PLAIN)),
        ("Zugriff verweigert", (PLAIN,) * 4),
    ],
)
def test_a_text_under_such_a_headline_is_there(title: str, lines: tuple[str, ...]) -> None:
    for context in (None, HONEST):
        assert seen(page(title, title, *lines, around=MENU), context).link_class is LinkClass.ALIVE


@pytest.mark.parametrize("heading", ERRORS.values(), ids=ERRORS.keys())
def test_an_error_of_the_host_is_for_now(heading: str) -> None:
    assert says_out_of_service(heading)
    for context in (None, ANYWHERE, EVERYWHERE):
        assert seen(page(heading, heading), context).state is LinkState.SERVER_ERROR


@pytest.mark.parametrize(
    "said",
    [
        "The Quay Club is down right now. We are looking into it.",
        "Der Quay Club ist momentan nicht da.",
        "Le Quay Club est fermé pour le moment.",
        "Quay Club je momentálně vypnutý.",
        "Quay Club jest aktualnie wyłączony.",
        "Сайт временно закрыт.",
        "サイトは現在停止しています。",
        "网站暂时关闭。",
    ],
)
def test_what_is_closed_just_now_has_not_ended(said: str) -> None:
    assert is_for_now(said)
    assert seen(page("Quay Club", "Quay Club", said), EVERYWHERE).state is LinkState.SERVER_ERROR


def test_what_has_ended_for_good_has_no_such_word() -> None:
    found = page("Quay Club", "Quay Club", "The Quay Club was closed in June 2021.")
    assert seen(found, EVERYWHERE).state is LinkState.SOFT_404


@pytest.mark.parametrize(
    "head",
    [
        "<title>Page not found: Club</title>",
        '<title>Oh dear</title><meta property="og:title" content="Page not found">',
        '<title>404: Quay Club</title><meta property="og:site_name" content="Quay Club">',
    ],
    ids=["a colon before the host's name", "the title for those who share", "a colon before the site's name"],
)
def test_a_title_may_say_so_in_other_ways(head: str) -> None:
    own = f"{head}<link rel='canonical' href='/404'>{MENU}<h2>Latest</h2>" + f"<p>{PLAIN}</p>" * 3
    assert seen(facts(own, URL)).state is LinkState.SOFT_404


BLOCKED = [
    "This website is blocked by your provider.",
    "Access to this page has been blocked by the web filter.",
    "Diese Seite wurde vom Anbieter gesperrt.",
    "L'accès à cette page est bloqué.",
    "Este sitio ha sido bloqueado.",
    "Questo sito è stato bloccato.",
    "Den här hemsidan är spärrad.",
    "Denne side er blokeret af udbyderen.",
    "Strona została zablokowana przez dostawcę.",
    "Приступ сајту је онемогућен.",
    "Доступ к этому ресурсу ограничен.",
    "Доступ до цього сайту обмежено.",
    "Bu siteye erişim engellendi.",
    "Situs ini telah diblokir.",
    "您访问的网站已被屏蔽",
    "이 사이트는 차단되었습니다",
]


@pytest.mark.parametrize("said", BLOCKED)
def test_what_somebody_blocks_on_the_way_is_a_wall(said: str) -> None:
    """A filter answers in the place of every page, of the front page too, and may say so at length."""
    assert says_blocked(said) or heads_with_refusal(said)
    for more in ((), (NEWS,) * 8):
        found = page("Notice", said, *more)
        for context in (ANYWHERE, EVERYWHERE):
            assert seen(found, context).link_class is LinkClass.WALLED


def test_a_site_blocked_by_a_court_is_withheld() -> None:
    line = "Aufgrund einer einstweiligen Verfügung des Handelsgerichts wurde dieser Inhalt gesperrt."
    assert seen(page("Website gesperrt", "Website gesperrt", line)).state is LinkState.GEO_OR_LEGAL
    assert seen(page("This domain has been seized", "", "By the customs.")).state is LinkState.GEO_OR_LEGAL


@pytest.mark.parametrize(
    "line",
    [
        "Protesters blocked the access to the harbour.",
        "The road to the page mill was blocked by snow.",
        "Du har fået adgang til arkivet.",
    ],
)
def test_other_things_are_blocked_too(line: str) -> None:
    assert not says_blocked(line)
    assert not refuses(line)


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (
            "Feuerwerk endet mit Anzeige",
            "Der Wirt hatte keine Erlaubnis dafür, sagte die Polizei.",
        ),
        ("Cierran un bar en el centro", "El bar no tiene permiso para la terraza, según la policía local."),
        ("Zugang zum Strand gesperrt", "Der Zugang zum Strand ist gesperrt, bis das Seegras weggeräumt ist."),
        (
            "Old pier closed",
            "By order of the council, access to the pier is blocked until May.",
        ),
        ("Bão số ba", "Hai người bị chấn thương nhẹ khi cây đổ trên đường ven biển sáng nay."),
        ("Krigens børn", "Siden 2010 har det været ulovligt at sejle her uden redningsvest om bord."),
        ("Le serveur du port", "Le serveur a sauvé un client, raconte le patron du bistrot du vieux port."),
        (
            "The fort on the hill",
            "The site was seized by the navy in 1940 and given back in 1946.",
        ),
    ],
)
def test_short_news_of_rights_closures_and_blockings_is_there(heading: str, said: str) -> None:
    news = "https://club.example/news/48213377"
    found = facts(f"<title>{heading} - Quay Club</title>{MENU}<h1>{heading}</h1><p>{said}</p>", news)
    for context in (None, HONEST, ObserveContext(probe=ProbeSays.UNCLEAR)):
        assert observe(answered(200, news), found, context).link_class is LinkClass.ALIVE


def test_a_page_about_a_missing_group_is_no_missing_page() -> None:
    news = "https://club.example/news/group-not-found"
    dated = '<meta property="article:published_time" content="2021-05-04T10:00:00Z">'
    told = "<p>The rescuers searched until midnight and start again at dawn, their leader said.</p>"
    head = f"<title>Group not found - Quay Club</title>{dated}"
    found = facts(f"{head}{MENU}<h1>Group not found</h1>{told}", news)
    for context in (None, HONEST):
        assert observe(answered(200, news), found, context).link_class is LinkClass.ALIVE
