"""No output shows the password of a URL: logs of builds are often public."""

from dataclasses import replace
from types import ModuleType

import pytest

from citecheck.model import Claim, DocumentResult, ItemError, Span, Suggestion, SuggestionKind
from citecheck.render import Format, RenderOptions, render
from citecheck.render.marked import unbacked
from citecheck.render.plain import masked

SECRET = "hunter2"
URL = f"https://jane:{SECRET}@www.example.com/council/minutes/ferry"


def with_password(samples: ModuleType, claim: Claim | None) -> DocumentResult:
    """A result with the URL wherever a URL can stand."""
    lost = samples.not_found()
    citation = replace(lost.citation, url=URL, claim=claim, span=Span(4, 4 + len(URL)))
    flag = replace(lost.flags[0], reason=f"Look at {URL}.", evidence=(f"final address {URL}",))
    link = replace(lost.link, reason=f"see {URL}", final_url=URL, hops=samples.outcome_of(URL, 404).hops)
    better = Suggestion(URL, SuggestionKind.MOVED, f"at {URL}", None)
    document = replace(samples.document(), text=f"See {URL} there.\n", origin=URL, title=f"Of {URL}")
    citation = replace(citation, source=replace(citation.source, key=URL, url=URL))
    found = replace(lost, citation=citation, link=link, flags=(flag,), suggestion=better)
    return DocumentResult(document, True, (found,), (ItemError(URL, f"cannot take {URL}"),))


@pytest.mark.parametrize("chosen", list(Format))
@pytest.mark.parametrize("claimed", [True, False])
def test_no_format_shows_it(samples: ModuleType, chosen: Format, claimed: bool) -> None:
    claim = Claim(f"See {URL} there.", (Span(0, 11 + len(URL)),)) if claimed else None
    failing = (ItemError(URL, f"cannot take {URL}"),)
    for results in ([with_password(samples, claim)], []):
        shown = render(chosen, results, RenderOptions(not_taken=failing))
        assert SECRET not in shown
        assert "jane:" in shown


def test_no_piece_of_a_marked_text_shows_it(samples: ModuleType) -> None:
    text = f"The toll doubled, says {URL}, twice."
    verdict = samples.contradicted().verdict
    place = text.index("jane:hunt")
    cut = replace(verdict, unbacked=(replace(verdict.unbacked[0], span=Span(place, place + 8)),))
    assert SECRET not in "".join(words.text for words in unbacked(text, cut))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://user:secret@host/", "https://user:***@host/"),
        ("https://user:sec/ret@host/x", "https://user:***@host/x"),
        ("https://user:se@cret@host/x", "https://user:***@host/x"),
        ("see ftp://u:p@h/x, //v:q@i/y", "see ftp://u:***@h/x, //v:***@i/y"),
        ("https:\\\\u:p@h/", "https:\\\\u:***@h/"),
        (f"https://{'a1' * 20}@host/x", "https://***@host/x"),
        (f"https://{'a1' * 20}:x-oauth-basic@host/x", "https://***:***@host/x"),
    ],
)
def test_user_names_stay_and_passwords_go(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "https://jane@host/",
        "https://host:8080/@jane",
        "http://[::1]:8080/a@b",
        "https://host/?next=a:b@c",
        "https://host/ and mail to a@b.example at 12:30",
        "mailto:a@b.example",
    ],
)
def test_what_is_no_password_stays(text: str) -> None:
    assert masked(text) == text
