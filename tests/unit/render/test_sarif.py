"""What a result of code scanning says, where it points, and what stays the same when a document is edited."""

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from tests.unit.render.test_machines import sarif

from citecheck.ingest import IngestHints, ingest
from citecheck.model import CitationResult, DocumentResult, FilePlace, FlagId, Suggestion, SuggestionKind
from citecheck.render import RenderOptions, as_sarif

URL = "https://www.example.com/council/minutes/ferry"


def results(*documents: DocumentResult) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = sarif(as_sarif(documents, RenderOptions()))["results"]
    return found


def one(samples: ModuleType, citation: CitationResult, **changes: Any) -> dict[str, Any]:
    """The result of a document of this citation, with one flag."""
    document = replace(samples.document(), **changes)
    (found,) = results(DocumentResult(document, True, (replace(citation, flags=citation.flags[:1]),)))
    return found


def place_of(found: dict[str, Any]) -> dict[str, Any] | None:
    region: dict[str, Any] | None = found["locations"][0]["physicalLocation"].get("region")
    return region


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("Page not found.", f"Page not found ({URL})."),
        ("Page not found", f"Page not found ({URL})."),
        ("It asks us not to come. Open it yourself.", f"It asks us not to come ({URL}). Open it yourself."),
        ("Is not what Mr. Holm said.", f"Is not what Mr. Holm said ({URL})."),
        ("See [this](https://x.example).", f"See [this] (https://x.example) ({URL})."),
    ],
)
def test_the_first_sentence_names_the_url(samples: ModuleType, reason: str, said: str) -> None:
    lost = replace(samples.not_found(), suggestion=None)
    found = one(samples, replace(lost, flags=(replace(lost.flags[0], reason=reason),)))
    assert found["message"]["text"] == said


def test_the_better_link_is_named(samples: ModuleType) -> None:
    better = Suggestion("https://example.com/new", SuggestionKind.MOVED, "it moved", None)
    found = one(samples, replace(samples.not_found(), suggestion=better))
    assert found["message"]["text"].endswith(f"({URL}). Better link: https://example.com/new")


def test_rules_explain_themselves(samples: ModuleType) -> None:
    for rule in sarif(as_sarif([samples.bridge()], RenderOptions()))["tool"]["driver"]["rules"]:
        assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
        assert rule["helpUri"] == "https://github.com/citecheck/citecheck/blob/main/docs/reference/flags.md"


def test_fingerprints_outlive_an_edit(samples: ModuleType) -> None:
    before = samples.bridge()
    edited = []
    for result in before.citations:
        flags = tuple(replace(flag, id=FlagId("f" + flag.id[:0:-1])) for flag in result.flags)
        edited.append(
            replace(result, citation=replace(result.citation, n=result.citation.n + 3), flags=flags)
        )
    text = "A line more.\n" + before.document.text
    after = replace(before, document=replace(before.document, text=text), citations=tuple(edited))
    prints = [[found["partialFingerprints"] for found in results(each)] for each in (before, after)]
    assert prints[0] == prints[1]
    hashes = [each["primaryLocationLineHash"] for each in prints[0]]
    assert len(set(hashes)) == len(hashes) == 5
    assert all(each.endswith(":1") for each in hashes)
    other = replace(before, document=replace(before.document, origin="drafts/other.txt"))
    assert not {str(found["partialFingerprints"]) for found in results(other)} & set(map(str, prints[0]))


def test_a_url_cited_twice_has_two_fingerprints(samples: ModuleType) -> None:
    lost = samples.not_found()
    twice = replace(samples.bridge(), citations=(lost, lost))
    first, second = (found["partialFingerprints"]["citecheckFlag/v2"] for found in results(twice))
    assert first != second


def test_regions_are_lines_of_the_file_or_none(samples: ModuleType) -> None:
    lost = samples.not_found()
    placed = replace(lost, citation=replace(lost.citation, place=FilePlace(30, 7)))
    markdown = {"text_is_file": False, "media_type": "text/markdown"}
    html = {"text_is_file": False, "media_type": "text/html"}
    whole = {
        "startLine": 30,
        "startColumn": 7,
        "endLine": 30,
        "endColumn": 7 + len(URL),
        "snippet": {"text": URL},
    }
    assert place_of(one(samples, placed, **markdown)) == whole
    assert place_of(one(samples, placed, **html)) == {"startLine": 30, "startColumn": 7}
    lines = replace(placed, citation=replace(placed.citation, place=FilePlace(30)))
    assert place_of(one(samples, lines, **markdown)) == {"startLine": 30}
    assert place_of(one(samples, lost, text_is_file=False, media_type="application/pdf")) is None
    in_text = place_of(one(samples, lost))
    assert in_text is not None
    assert in_text["startLine"] == samples.TEXT[: samples.TEXT.index(URL)].count("\n") + 1


def test_a_region_holds_the_url_of_the_markdown_file(samples: ModuleType) -> None:
    file = f"---\ntitle: Ferries\n---\n\nThe council\n*asked* for [a ferry]({URL}).\n"
    (anchor,) = ingest(file.encode(), "a.md", IngestHints()).anchors
    lost = samples.not_found()
    placed = replace(lost, citation=replace(lost.citation, place=anchor.place))
    region = place_of(one(samples, placed, text_is_file=False, media_type="text/markdown"))
    assert region is not None
    line = file.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == URL
