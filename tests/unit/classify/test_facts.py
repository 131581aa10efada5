import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.badweb.zoo_pages import PARAGRAPHS, TITLE, article, navigation
from tests.unit.classify.making import URL, body, facts

from citecheck.classify import page_facts
from citecheck.classify.places import place
from citecheck.model import DecodedBody, DecodeProblem


def test_an_article_at_a_glance() -> None:
    found = facts(
        article(head='<link rel="canonical" href="/c"><meta property="og:title" content="Trees">').decode()
    )
    assert found.title == f"{TITLE} - The Quay Courier"
    assert found.headings == (TITLE,)
    assert found.og_title == "Trees"
    assert found.canonical == "https://paper.example/c"
    assert found.article_marked
    assert found.language == "en"
    assert found.paragraphs == len(PARAGRAPHS)
    assert found.running_length == sum(map(len, PARAGRAPHS))
    assert found.visible_length > found.running_length


def test_scripts_styles_and_noscript_are_not_text() -> None:
    found = facts(
        "<body><style>p{}</style><noscript>Enable JavaScript</noscript>"
        "<script>var x = 1</script><template>t</template>"
    )
    assert (found.visible_length, found.scripts, found.noscript) == (0, 1, "Enable JavaScript")


def test_menus_are_not_running_text() -> None:
    assert facts(navigation(300)).running_length == 0


def test_wide_characters_weigh_more() -> None:
    assert (
        facts("<p>港町の評議会は夏の暑さのあと岸壁に一万本の木を植えることを決めた</p>").running_length > 60
    )


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("0; url=/", "https://paper.example/"),
        ("5;URL='https://other.example/x'", "https://other.example/x"),
        ("0;url=", None),
        ("600", None),
        ("900; url=/", None),
    ],
)
def test_meta_refresh(content: str, target: str | None) -> None:
    assert facts(f'<meta http-equiv="Refresh" content="{content}">').refresh_url == target


def test_a_script_that_sends_on_counts_on_pages_without_text_only() -> None:
    script = "<script>window.location.href = '/new';</script>"
    assert facts(script).script_url == "https://paper.example/new"
    assert facts(script + article().decode()).script_url is None


@pytest.mark.parametrize(
    ("data", "free", "parts"),
    [
        ('{"@type":"NewsArticle","isAccessibleForFree":false}', False, False),
        ('{"@type":"NewsArticle","isAccessibleForFree":"False"}', False, False),
        ('[{"@graph":[{"isAccessibleForFree":true}]}]', True, False),
        ('{"@graph":[{"isAccessibleForFree":false,"hasPart":[{"isAccessibleForFree":false}]}]}', False, True),
        ('{"isAccessibleForFree":', None, False),
        ('{"isAccessibleForFree":"perhaps"}', None, False),
        ("[" * 100_000, None, False),
    ],
)
def test_what_json_ld_says_about_access(data: str, free: bool | None, parts: bool) -> None:
    found = facts(f'<script type="application/ld+json">{data}</script><!-- isAccessibleForFree -->')
    assert (found.free, found.locked_parts) == (free, parts)


def test_files_that_are_no_pages() -> None:
    whole = page_facts(DecodedBody(b"%PDF-1.4 ... %%EOF\n", "application/pdf", None, None), URL)
    assert (whole.media_type, whole.complete) == ("application/pdf", True)
    cut = page_facts(DecodedBody(b"%PDF-1.4 ...", "application/pdf", None, None), URL)
    assert not cut.complete
    broken = DecodedBody(b"", "text/html", "utf-8", "", DecodeProblem.CORRUPT)
    assert page_facts(broken, URL).problem is DecodeProblem.CORRUPT


def test_plain_text_has_running_text() -> None:
    found = page_facts(body("\n".join(PARAGRAPHS), "text/plain"), URL)
    assert found.paragraphs == len(PARAGRAPHS)


def test_a_huge_page_is_bounded() -> None:
    found = facts("<p>" + "word " * 2_000_000)
    assert found.visible_length <= 2_000_000
    assert len(found.visible_start) <= 600
    nested = facts("<div>" * 50_000 + "deep")
    assert nested.url == URL


@given(st.text(max_size=400))
def test_any_markup_gives_facts(markup: str) -> None:
    assert facts(f"<title>{markup}</title><body class='{markup}'>{markup}<p>{markup}").url == URL


@pytest.mark.parametrize("content", ["1.2.3;url=/x", "9" * 500 + ";url=/x", "0;" + " " * 3_000 + "x"])
def test_an_odd_refresh_is_none_and_stops_nothing(content: str) -> None:
    assert facts(f'<meta http-equiv="refresh" content="{content}"><p>There.</p>').refresh_url is None


def test_a_refresh_is_read_with_any_white_space() -> None:
    found = facts('<meta http-equiv="refresh" content=" 0.5 ;\n  URL = \'/next\' ">')
    assert found.refresh_url == "https://paper.example/next"


def test_two_letters_are_a_language_or_a_page() -> None:
    assert place("https://a.example/sr/").is_front  # type: ignore[union-attr]
    assert place("https://a.example/en-us").is_front  # type: ignore[union-attr]
    assert not place("https://a.example/qa").is_front  # type: ignore[union-attr]
    assert not place("https://a.example/tv").is_front  # type: ignore[union-attr]
