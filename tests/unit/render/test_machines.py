"""JUnit, SARIF and Markdown: valid, complete, and inert whatever they carry."""

import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from jsonschema import Draft7Validator, FormatChecker
from lxml import etree
from markdown_it import MarkdownIt

from citecheck.model import FlagCode, LinkState, Severity, Span
from citecheck.render import RenderOptions, as_junit, as_markdown, as_sarif
from citecheck.render.sarif_place import artifact_uri, region

SCHEMAS = Path(__file__).resolve().parents[2] / "acceptance" / "schemas"
SAMPLES = ["bridge", "listed", "offline", "hostile"]


def junit(text: str) -> etree._Element:
    root = etree.fromstring(text.encode("utf-8"))
    etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-reduced.xsd"))).assertValid(root)
    return root


def sarif(text: str) -> dict:
    schema = json.loads((SCHEMAS / "sarif-reduced.json").read_text(encoding="utf-8"))
    whole = json.loads(text)
    assert list(Draft7Validator(schema, format_checker=FormatChecker()).iter_errors(whole)) == []
    return whole["runs"][0]


@pytest.mark.parametrize("name", SAMPLES)
def test_junit_and_sarif_are_valid(samples: ModuleType, name: str) -> None:
    result = getattr(samples, name)()
    junit(as_junit([result, result], RenderOptions()))
    sarif(as_sarif([result, result], RenderOptions()))


def test_nothing_to_tell_is_valid_too() -> None:
    assert junit(as_junit([], RenderOptions())).get("tests") == "0"
    assert sarif(as_sarif([], RenderOptions()))["results"] == []


def test_a_testcase_per_citation_fails_by_the_threshold(samples: ModuleType) -> None:
    root = junit(as_junit([samples.bridge()], RenderOptions(fail_on=Severity.HIGH)))
    suite = root[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("4", "2", "1")
    kinds = [
        case.find("failure").get("type") for case in suite.iter("testcase") if len(case.findall("failure"))
    ]
    assert kinds == ["claim_contradicted", "link_dead"]
    skipped = suite.find("testcase/skipped")
    assert skipped.get("message") == "page not found: the host answered 404"


def test_a_testcase_is_named_by_its_url(samples: ModuleType) -> None:
    cases = junit(as_junit([samples.bridge()], RenderOptions())).findall(".//testcase")
    assert cases[1].get("name") == "https://www.example.com/council/minutes/ferry (citation 2)"
    assert cases[1].get("classname") == "example.com"


def test_an_address_of_another_kind_is_skipped_with_one_reason(samples: ModuleType) -> None:
    mail = samples.offline().citations[0]
    link = replace(
        mail.link,
        state=LinkState.BAD_URL,
        rule="other-scheme",
        reason="Not fetched: mailto addresses are not.",
    )
    result = replace(samples.offline(), citations=(replace(mail, link=link),))
    (skipped,) = junit(as_junit([result], RenderOptions())).findall(".//skipped")
    assert skipped.get("message") == "Not fetched: mailto addresses are not."


def test_an_unread_source_is_skipped_with_the_reason_never_passed(samples: ModuleType) -> None:
    root = junit(as_junit([samples.offline()], RenderOptions()))
    assert len(root.findall(".//skipped")) == 4
    assert root.find(".//error").get("message") == "not a PDF: give another"
    assert root.get("errors") == "1"


def test_accepted_flags_do_not_fail(samples: ModuleType) -> None:
    result = samples.bridge()
    accepted = frozenset(flag.id for citation in result.citations for flag in citation.flags)
    options = RenderOptions(accepted=accepted)
    assert junit(as_junit([result], options)).get("failures") == "0"
    assert all(row["suppressions"] for row in sarif(as_sarif([result], options))["results"])


def test_sarif_names_every_rule_and_points_at_the_citation(samples: ModuleType) -> None:
    run = sarif(as_sarif([samples.bridge()], RenderOptions()))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [code.value for code in FlagCode]
    for found in run["results"]:
        assert rules[found["ruleIndex"]]["id"] == found["ruleId"]
        place = found["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "drafts/bridge.txt", "index": 0}
        assert place["region"]["snippet"]["text"] == found["properties"]["url"]
    levels = {found["ruleId"]: found["level"] for found in run["results"]}
    assert levels["link_dead"] == "error"
    assert levels["link_not_found"] == "warning"
    assert levels["link_http_only"] == "note"


def test_offline_is_no_successful_invocation(samples: ModuleType) -> None:
    run = sarif(as_sarif([samples.offline()], RenderOptions()))
    assert run["invocations"][0]["executionSuccessful"] is False


@pytest.mark.parametrize(
    ("span", "lines", "columns"),
    [((0, 3), (1, 1), (1, 4)), ((4, 6), (2, 2), (1, 3)), ((2, 6), (1, 2), (3, 3)), ((6, 6), (2, 2), (3, 3))],
)
def test_regions_count_from_one(
    span: tuple[int, int], lines: tuple[int, int], columns: tuple[int, int]
) -> None:
    found = region("abc\nđ𝔸\nx", Span(*span))
    assert (found["startLine"], found["endLine"]) == lines
    assert (found["startColumn"], found["endColumn"]) == columns


@pytest.mark.parametrize(
    ("origin", "uri"),
    [
        ("-", "stdin"),
        ("a b/č.md", "a%20b/%C4%8D.md"),
        ("./docs/a.md", "docs/a.md"),
        ("../a.md", "../a.md"),
        ("/tmp/x.txt", "file:///tmp/x.txt"),
        ("https://me:secret@example.org/a", "https://me:***@example.org/a"),
        ("https://example.org/a?b=č#c", "https://example.org/a?b=%C4%8D#c"),
    ],
)
def test_origins_become_uris(origin: str, uri: str) -> None:
    assert artifact_uri(origin) == uri


def test_markdown_says_it_all_worst_first(samples: ModuleType) -> None:
    text = as_markdown([samples.bridge()], RenderOptions())
    numbers = [
        line.split("|")[1].strip()
        for line in text.splitlines()
        if line.startswith("| ") and "n |" not in line
    ]
    assert numbers == ["1", "3", "2", "4"]
    assert "`claim_contradicted`: The claim says 12,000 people" in text
    assert "1 of 4 read; 1 partly; 2 unread" in text


def test_hostile_strings_are_inert_in_markdown(samples: ModuleType) -> None:
    text = as_markdown([samples.hostile()], RenderOptions())
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert "<script" not in html and "<b>" not in html and "<code>x" not in html
    assert "javascript:alert" not in [link.get("href") for link in etree.HTML(html).iter("a")]
    assert "@everyone" not in text
    assert not any(letter in text for letter in "\x1b\x00\u202e\ud800")


def test_a_url_with_brackets_stays_one_link(samples: ModuleType) -> None:
    result = samples.not_found()
    url = "https://example.org/a_(b)|c?d=1&e=2"
    changed = replace(result, citation=replace(result.citation, url=url))
    text = as_markdown([replace(samples.bridge(), citations=(changed,))], RenderOptions())
    html = MarkdownIt("commonmark").enable("table").render(text)
    links = {link.get("href") for link in etree.HTML(html).iter("a")}
    assert "https://example.org/a_%28b%29%7Cc?d=1&e=2" in links
