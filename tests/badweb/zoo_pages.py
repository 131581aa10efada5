"""Pages for the zoo, written for it."""

from tests.badweb.server import Behaviour, answer, sends

TITLE = "Harbour town plants ten thousand trees along its quays"
SLUG = "harbour-town-plants-ten-thousand-trees"
PARAGRAPHS = (
    "The council of the harbour town voted on Tuesday to plant ten thousand trees along its quays, after a "
    "summer in which the stone of the old port had become too hot to walk on in the early afternoon.",
    "Gardeners will begin with plane trees and lindens near the fish market, where the wind from the sea is "
    "weakest, and will move on to the northern mole when the first saplings have taken root next spring.",
    "Shopkeepers were divided over the plan. Some feared for the view of the boats that brings visitors to "
    "their tables, while others had counted empty chairs in July and asked for shade before anything else.",
    "The money comes from a levy on cruise ships that was agreed two years ago. An engineer told the meeting "
    "that the roots would be led around the old drains in trenches filled with coarse gravel and soil.",
    "A first count of birds and insects is to be made before the planting begins, and repeated every year by "
    "the pupils of the two schools that lie between the station and the water, under a teacher's guidance.",
)
SHORT = PARAGRAPHS[0]


def html(
    title: str = "",
    body: str = "",
    *,
    head: str = "",
    lang: str = "en",
    body_class: str = "",
) -> bytes:
    """A whole page in UTF-8."""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f'<body class="{body_class}">{body}</body></html>'
    ).encode()


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def navigation(count: int) -> str:
    """A menu of `count` links, as large sites have them."""
    entries = "".join(
        f'<li><a href="/menu/{n}">Quarter {n} and its neighbours</a></li>' for n in range(count)
    )
    return f"<nav><ul>{entries}</ul></nav>"


def article(title: str = TITLE, *texts: str, head: str = "", before: str = "", after: str = "") -> bytes:
    """An ordinary article with a small menu."""
    text = paragraphs(*(texts or PARAGRAPHS))
    return html(
        f"{title} - The Quay Courier",
        f"{navigation(8)}{before}<article><h1>{title}</h1>{text}</article>{after}",
        head=f'<meta property="og:type" content="article">{head}',
    )


FRONT = html(
    "The Quay Courier",
    navigation(30)
    + "".join(f"<h2>Headline number {n} of the day</h2><p>Two lines about it.</p>" for n in range(9)),
)
ARTICLE: Behaviour = sends(answer(200, article()))


def ok(body: bytes, *headers: tuple[str, str], status: int = 200) -> Behaviour:
    """`body` as a page with this status."""
    return sends(answer(status, body, [("Content-Type", "text/html; charset=utf-8"), *headers]))


def message(title: str, heading: str, text: str, lang: str = "en", menu: int = 3) -> bytes:
    """A short page that says one thing."""
    return html(
        f"{title} | The Quay Courier", f"{navigation(menu)}<h1>{heading}</h1><p>{text}</p>", lang=lang
    )
