import json
from dataclasses import replace
from types import ModuleType

import pytest

from citecheck.model import ItemError
from citecheck.render import RenderOptions, as_json, as_jsonl

DOCUMENT_KEYS = {"id", "title", "language", "published", "published_how", "published_window", "digest"}
CITATION_KEYS = {
    "id": None,
    "n": None,
    "url": None,
    "source": None,
    "publisher": None,
    "claim": None,
    "span": None,
    "claim_spans": None,
    "pairing": {"how", "confidence", "inferred", "alternatives"},
    "link": {
        *("state", "class", "dead", "drift", "similarity", "reason", "rule", "status", "final_url", "hops"),
        *("strikes", "first_failed_at", "checked_at", "next_check_at"),
    },
    "capture": {"id", "has_body", "warc", "offset", "length", "payload_sha256", "captured_at"},
    "reading": {"title", "authors", "language", "words"},
    "dates": {"published", "modified", "confidence", "clues", "check", "reason"},
    "verdict": {"label", "score", "reason", "evidence", "unbacked", "backend"},
    "suggestion": None,
    "flags": None,
}


@pytest.fixture
def whole(samples: ModuleType) -> dict:
    return json.loads(as_json([samples.bridge()]))


def test_one_document_is_an_object_and_several_are_an_array(samples: ModuleType) -> None:
    both = json.loads(as_json([samples.bridge(), samples.offline()]))
    assert [row["online"] for row in both] == [True, False]


def test_no_document_at_all_is_an_object_that_says_why() -> None:
    missing = ItemError("a.txt", "no such file; check the path")
    found = json.loads(as_json([], RenderOptions(not_taken=(missing,), online=False)))
    assert (found["document"], found["citations"], found["online"]) == (None, [], False)
    assert found["errors"] == [{"where": "a.txt", "message": "no such file; check the path"}]
    assert json.loads(as_jsonl([]))["errors"] == []


def test_flags_of_the_baseline_are_marked(samples: ModuleType) -> None:
    result = samples.bridge()
    known = next(flag.id for citation in result.citations for flag in citation.flags)
    found = json.loads(as_json([result], RenderOptions(accepted=frozenset({known}))))
    flags = [flag for citation in found["citations"] for flag in citation["flags"]]
    assert [flag["id"] for flag in flags if flag["accepted"]] == [known]


def test_jsonl_has_one_document_a_line(samples: ModuleType) -> None:
    lines = as_jsonl([samples.bridge(), samples.hostile(), samples.offline()]).splitlines()
    assert [len(json.loads(line)["citations"]) for line in lines] == [4, 1, 4]


def test_every_promised_key_is_there(whole: dict) -> None:
    assert set(whole) == {"schema", "document", "online", "coverage", "errors", "hosts", "citations"}
    assert set(whole["document"]) >= DOCUMENT_KEYS
    first = whole["citations"][0]
    assert set(first) == set(CITATION_KEYS)
    for key, inner in CITATION_KEYS.items():
        if inner is not None:
            assert set(first[key]) >= inner, key
    assert set(first["flags"][0]) == {
        *("id", "code", "severity", "reason", "evidence", "opened_at", "cleared_at", "accepted")
    }
    assert set(first["verdict"]["evidence"][0]) == {"quote", "prefix", "suffix", "capture", "span", "score"}
    assert set(first["dates"]["clues"][0]) == {"kind", "value", "precision", "where", "reliability"}
    assert set(first["link"]["hops"][0]) == {"url", "status", "address", "elapsed"}
    assert set(whole["citations"][1]["suggestion"]) == {"url", "kind", "reason", "similarity"}


def test_times_are_utc_and_days_are_days(whole: dict) -> None:
    first = whole["citations"][0]
    assert first["capture"]["captured_at"] == "2026-11-20T09:30:05Z"
    assert [clue["value"] for clue in first["dates"]["clues"]] == [
        "2021-05-05",
        "2021-05-05T06:00:00Z",
        "2021-05-01",
    ]
    assert first["dates"]["published"] == "2021-05-05"


def test_an_inferred_date_is_a_window_and_no_day(whole: dict) -> None:
    document = whole["document"]
    assert document["published"] is None
    assert document["published_how"] == "inferred"
    assert document["published_window"] == ["2021-05-04", "2022-05-04"]


def test_spans_count_code_points_of_the_document(samples: ModuleType, whole: dict) -> None:
    for row in whole["citations"]:
        start, end = row["span"]
        assert samples.TEXT[start:end] == row["url"]


def test_coverage_counts_what_could_not_be_read_by_state(whole: dict) -> None:
    assert whole["coverage"] == {
        "citations": 4,
        "read": 1,
        "partly": 1,
        "unread": 2,
        "reasons": {"dns_gone": 1, "not_found": 1},
    }


def test_a_citation_that_nothing_judged_keeps_its_shape(samples: ModuleType) -> None:
    row = json.loads(as_json([samples.offline()]))["citations"][0]
    assert row["verdict"]["label"] == "cannot_tell"
    assert row["verdict"]["evidence"] == []
    assert row["capture"] is None and row["reading"] is None


def test_hostile_strings_survive_as_data_and_cannot_steer_a_terminal(samples: ModuleType) -> None:
    text = as_json([samples.hostile()])
    assert not any(letter in text for letter in "\x1b\x00\x9b\u202e\ud800")
    assert json.loads(text)["document"]["title"] == samples.HOSTILE
    text.encode("utf-8")


def test_a_number_that_json_lacks_is_refused(samples: ModuleType) -> None:
    result = samples.contradicted()
    broken = replace(result, link=replace(result.link, similarity=float("nan")))
    with pytest.raises(ValueError, match="JSON"):
        as_json([replace(samples.bridge(), citations=(broken,))])
