# ruff: noqa: E501 - a page stays in one piece
"""Pages that have a mark of another state than their own: an offer under a text about offers, a form over a
thread, one section at the end of every address. And their likes that are what the mark says."""

import pytest
from tests.unit.classify.making import answered, capture, facts, hop, outcome
from tests.unit.classify.test_tempting_pages import BAR, MENU

from citecheck.classify import ObserveContext, ProbeSays, observe, should_probe
from citecheck.model import LinkClass, LinkState, Observation, PageFacts

S = LinkState
SAME = ObserveContext(probe=ProbeSays.SAME)
STORY = "https://radio.example/media/how-the-harbour-press-came-to-ask-for-money"
ABOUT = (
    "Nine of the twelve papers on this coast now want money before they show a story to its end.",
    "The first of them put up its paywall in the spring of last year, and lost a third of its readers within a month.",
    "Half of them came back, its editor says, and brought more than the advertisements ever had.",
)
ELSE = (
    "The lock at the mouth of the canal is to be opened by hand from Monday on, because its motor has burnt out.",
    "Two men and a winch need twenty minutes for what the motor did in three, the keeper of the lock says.",
)


def story(title: str, lines: tuple[str, ...], offer: str, head: str = "") -> PageFacts:
    text = "".join(f"<p>{line}</p>" for line in lines)
    return facts(
        f"<title>{title} | Radio Quay</title>{head}<nav>{MENU}</nav><h1>{title}</h1>{text}<div>{offer}</div>{BAR}",
        STORY,
    )


@pytest.mark.parametrize(
    "offer",
    [
        "Subscribe to read more.",
        "Subscribe now to get full access to Radio Quay.",
        "Subscribe to continue reading.",
    ],
)
@pytest.mark.parametrize("title", ["How the harbour press came to ask for money", "The year of the paywall"])
def test_a_text_about_paywalls_may_end_with_an_offer(title: str, offer: str) -> None:
    assert observe(answered(200, STORY), story(title, ABOUT, offer)).state is S.ALIVE


NOT_FREE = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'


@pytest.mark.parametrize(
    "page",
    [
        story("Lock to be opened by hand", ELSE, "Subscribe to read more."),
        story("Lock to be opened by hand", ELSE, "<p class=paywall>Subscribe to continue reading.</p>"),
        story("Lock to be opened by hand", ELSE, "<p>Subscribe to continue.</p><p>Behind a paywall.</p>"),
        story("The year of the paywall", ABOUT, "Subscribe to read more.", NOT_FREE),
        story("The year of the paywall", (" ".join(ELSE),), "Subscribe to continue reading."),
    ],
    ids=["offer", "marked", "named in a label", "declared", "one paragraph"],
)
def test_a_teaser_is_behind_a_paywall(page: PageFacts) -> None:
    seen = observe(answered(200, STORY), page)
    assert (seen.state, seen.link_class) == (S.PAYWALLED, LinkClass.ALIVE)


def test_where_nothing_can_be_read_a_paywall_is_a_wall_whatever_the_text_is_about() -> None:
    page = story("The year of the paywall", (), "This article is for subscribers only.")
    seen = observe(answered(200, STORY), page)
    assert (seen.state, seen.link_class) == (S.PAYWALLED, LinkClass.WALLED)


THREAD = "https://boats.example/viewtopic.php?t=551"
FORM = "<form action=/in><input name=u><input type=password name=p><button>Log in</button> <a href=/lost>Forgot your password?</a></form>"
POSTS = (
    "Which rope holds on the old crane?",
    "Twelve millimetres, twisted. Ours has held for years.",
    "Mine broke in May. Take sixteen.",
)


def thread(
    *posts: str, title: str = "Rope for the old crane", head: str = "", url: str = THREAD
) -> PageFacts:
    said = "".join(f"<div><b>user{n}</b><div>{post}</div></div>" for n, post in enumerate(posts))
    return facts(
        f"<title>{title} - Boats on Water</title><header>{head}{FORM}</header><h2>{title}</h2>{said}", url
    )


@pytest.mark.parametrize(
    "page",
    [
        thread(*POSTS),
        thread(*POSTS, head="<h1>Log in</h1>"),
        thread(*POSTS, "You must log in to reply here."),
        thread(*POSTS, "Please register to post an answer."),
        thread(
            "Welches Seil hält am alten Kran?", "Zwölf Millimeter, gedreht.", "Meines ist im Mai gerissen.",
            "Unseres hält seit zwei Jahren.", title="Seil für den alten Kran", head="<h1>Anmelden</h1>",
        ),
        thread(
            "Који канап држи на старој дизалици?", "Наш држи већ две године.", "Мој је пукао у мају.",
            title="Канап за стару дизалицу", head="<h1>Пријава</h1>",
        ),
        thread(*POSTS, head='<meta name="generator" content="phpBB">', url="https://boats.example/a/551"),
    ],
    ids=["short", "headed", "to reply", "to post", "german", "serbian", "told by its software"],
)  # fmt: skip
def test_a_thread_of_short_posts_under_a_sign_in_form_is_there(page: PageFacts) -> None:
    assert observe(answered(200, page.url), page).state is S.ALIVE


OFFERS = (
    "Keep what you like in one place.",
    "Get the letter of the week on Friday.",
    "Write to the people of the harbour.",
)


@pytest.mark.parametrize(
    "page",
    [
        thread(),
        thread(*POSTS[:1]),
        thread("You must log in to read this thread.", *POSTS),
        thread("Only members can see the answers.", *POSTS),
        thread("You do not have permission to open this page.", *POSTS),
        thread("Sie sind nicht berechtigt, diese Seite zu öffnen.", *POSTS),
        thread(*OFFERS, title="Log in"),
        thread(*OFFERS, title="Boats", head="<h1>Log in</h1>"),
        thread(*OFFERS, url="https://boats.example/2019/10/rope-for-the-old-crane"),
    ],
    ids=[
        "nothing", "one post", "to read", "to see", "permission", "permission in german", "titled", "headed",
        "no forum",
    ],
)  # fmt: skip
def test_a_sign_in_page_in_place_of_a_thread_is_a_wall(page: PageFacts) -> None:
    assert observe(answered(200, page.url), page).state is S.LOGIN_REQUIRED


def test_what_answers_at_every_address_is_no_thread_but_a_wall() -> None:
    page = thread(*POSTS)
    assert should_probe(answered(200, THREAD), page), "an address without words: only the probe can tell"
    for probe in (ProbeSays.SAME, ProbeSays.EVERYWHERE):
        seen = observe(answered(200, THREAD), page, ObserveContext(probe=probe))
        assert seen.link_class is LinkClass.WALLED


def test_a_front_page_with_a_form_where_a_thread_was_is_a_wall_as_before() -> None:
    front = "https://boats.example/forum/"
    led = capture(outcome(hop(THREAD, 302, [("Location", front)]), hop(front, 200)))
    assert observe(led, thread(*POSTS, url=front)).state is S.LOGIN_REQUIRED


MILL = "https://radio.example/2019/10/old-mill-closes-today"
LIST = "".join(f"<h2><a href=/n{n}>Line {n} of the tram</a></h2>" for n in range(9))


def sent(to: str, markup: str, context: ObserveContext = SAME, cited: str = MILL) -> Observation:
    led = capture(outcome(hop(cited, 302, [("Location", to)]), hop(to, 200)))
    return observe(led, facts(markup, to), context)


def section(title: str, more: str = "") -> str:
    return f"<title>{title} | Radio Quay</title><nav>{MENU}</nav><h1>{title}</h1>{more}{LIST}"


@pytest.mark.parametrize(
    ("to", "cited"),
    [
        ("https://radio.example/whats-on/", MILL),
        ("https://radio.example/news/all", MILL),
        ("https://radio.example/sr/magazin", MILL),
        ("https://new-radio.example/aktuell/", MILL),
        ("https://radio.example/news/", "https://radio.example/events/2019/"),
    ],
)
def test_one_section_at_the_end_of_every_address_is_a_redirect_home(to: str, cited: str) -> None:
    seen = sent(to, section("On the quay"), cited=cited)
    assert (seen.state, seen.link_class) == (S.REDIRECT_HOME, LinkClass.GONE)
    assert to in seen.reason


def test_a_section_known_by_its_name_needs_no_probe() -> None:
    assert sent("https://radio.example/news/", section("News"), ObserveContext()).rule == "redirect-home"


@pytest.mark.parametrize("probe", [ProbeSays.NOT_ASKED, ProbeSays.HONEST, ProbeSays.UNCLEAR])
def test_a_page_where_made_up_addresses_do_not_lead_is_perhaps_the_moved_one(probe: ProbeSays) -> None:
    seen = sent("https://radio.example/whats-on/", section("On the quay"), ObserveContext(probe=probe))
    assert (seen.state, seen.link_class) == (S.MOVED_UNVERIFIED, LinkClass.ALIVE)


@pytest.mark.parametrize(
    ("to", "markup"),
    [
        ("https://radio.example/whats-on/", section("Page not found")),
        ("https://radio.example/whats-on/", section("On the quay", "<p>The page you requested does not exist.</p>")),
        ("https://radio.example/errors/404.html", section("On the quay")),
        ("https://radio.example/whats-on/", '<body class="error404">' + section("On the quay")),
        ("https://radio.example/whats-on/", "<title>Radio Quay</title><h1>Hm</h1><p>Back to the start.</p>"),
    ],
    ids=["heading", "text", "address", "markup", "no menu"],
)  # fmt: skip
def test_an_error_page_at_the_end_of_every_address_is_a_soft_404(to: str, markup: str) -> None:
    assert sent(to, markup).state is S.SOFT_404


def test_one_page_at_every_address_without_a_redirect_is_a_soft_404() -> None:
    assert observe(answered(200, MILL), facts(section("On the quay"), MILL), SAME).state is S.SOFT_404
