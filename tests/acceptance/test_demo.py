"""The main job over real sockets: our article against the recorded web."""

import json
from pathlib import Path
from typing import Any

import pytest
from examples.serve_recorded_web import RecordedWeb
from tests.acceptance.command import ROOT, citecheck, environment

ARTICLES = ("examples/balancing-act.txt", "examples/balancing-act.md")


async def checked(web: RecordedWeb, article: str, data_dir: Path) -> dict[str, Any]:
    options = (*web.network_options(), "--interval", "0.01", "--once", "--format", "json")
    ran = await citecheck("check", article, *options, env=environment(data_dir))
    assert ran.code == 2, ran.err
    result: dict[str, Any] = ran.json
    return result


def of(result: dict[str, Any], part: str) -> dict[str, Any]:
    found: dict[str, Any] = next(item for item in result["citations"] if part in item["url"])
    return found


def codes(citation: dict[str, Any]) -> set[str]:
    return {flag["code"] for flag in citation["flags"]}


@pytest.mark.parametrize("article", ARTICLES)
async def test_what_a_good_fact_checker_sees(web: RecordedWeb, article: str, tmp_path: Path) -> None:
    result = await checked(web, article, tmp_path)
    assert result["online"] is True
    assert len(result["citations"]) == 9
    assert not any(item["link"]["dead"] for item in result["citations"])

    moscow = of(result, "themoscowtimes.com")
    assert "date_url_after_document" in codes(moscow)

    reuters = of(result, "reuters.com")
    assert (reuters["link"]["state"], reuters["link"]["class"]) == ("blocked_bot", "walled")
    assert reuters["verdict"]["label"] == "cannot_tell"
    assert codes(reuters) == {"source_walled"}

    missing = of(result, "rs.n1info.com")
    assert missing["link"]["state"] == "not_found"
    assert missing["link"]["strikes"] == 1
    assert missing["verdict"]["label"] == "cannot_tell"

    paywall = of(result, "ft.com")
    assert paywall["link"]["state"] == "paywalled"
    assert paywall["verdict"]["label"] in {"cannot_tell", "supported", "partially_supported"}

    other = of(result, "demostat.rs")
    assert other["verdict"]["label"] == "not_supported"

    contradicted = [item for item in result["citations"] if item["verdict"]["label"] == "contradicted"]
    assert len(contradicted) == 1
    reason = next(flag["reason"] for flag in contradicted[0]["flags"] if flag["code"] == "claim_contradicted")
    assert "3.4 billion" in reason
    assert "2.1 billion" in reason


async def test_every_verdict_quotes_its_evidence_and_coverage_is_stated(
    web: RecordedWeb, tmp_path: Path
) -> None:
    result = await checked(web, ARTICLES[0], tmp_path)
    for citation in result["citations"]:
        verdict = citation["verdict"]
        if verdict["label"] in {"supported", "partially_supported", "contradicted"}:
            assert verdict["evidence"], citation["url"]
            assert all(piece["quote"] for piece in verdict["evidence"])
    coverage = result["coverage"]
    assert coverage["citations"] == 9
    assert coverage["read"] + coverage["partly"] + coverage["unread"] == 9
    assert coverage["reasons"]["blocked_bot"] == 1


async def test_checking_again_opens_nothing_twice(web: RecordedWeb, tmp_path: Path) -> None:
    first = await checked(web, ARTICLES[0], tmp_path)
    second = await checked(web, ARTICLES[0], tmp_path)

    def opened(result: dict[str, Any]) -> set[tuple[str, str, str]]:
        return {(i["url"], f["id"], f["opened_at"]) for i in result["citations"] for f in i["flags"]}

    assert opened(first) == opened(second)
    missing = of(second, "rs.n1info.com")["link"]
    assert missing["strikes"] == 1, "failures within one hour are one failure"
    assert not missing["dead"]


async def test_judging_again_offline_says_the_same(web: RecordedWeb, tmp_path: Path) -> None:
    first = await checked(web, ARTICLES[0], tmp_path)
    ran = await citecheck("judge", "--all", "--format", "json", env=environment(tmp_path))
    assert ran.code == 0, ran.err
    assert ran.json["judged"] >= 9
    options = (*web.network_options(), "--once", "--format", "json")
    again = await citecheck("check", ARTICLES[0], *options, "--interval", "0.01", env=environment(tmp_path))
    labels = [[item["verdict"]["label"] for item in result["citations"]] for result in (first, again.json)]
    assert labels[0] == labels[1]


async def test_known_flags_of_a_baseline_do_not_fail(web: RecordedWeb, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    known.write_text(json.dumps(await checked(web, ARTICLES[0], tmp_path / "one")))
    options = (*web.network_options(), "--interval", "0.01", "--once", "--baseline", str(known))
    ran = await citecheck("check", ARTICLES[0], *options, env=environment(tmp_path / "two"))
    assert ran.code == 0, ran.err


async def test_fail_on_none_never_fails(web: RecordedWeb, tmp_path: Path) -> None:
    options = (*web.network_options(), "--interval", "0.01", "--once", "--fail-on", "none")
    ran = await citecheck("check", ARTICLES[0], *options, env=environment(tmp_path))
    assert ran.code == 0, ran.err


async def test_an_article_by_its_url(web: RecordedWeb, tmp_path: Path) -> None:
    url = "https://www.politico.eu/article/trump-names-ric-grenell-his-special-envoy-for-serbia-and-kosovo/"
    options = (*web.network_options(), "--interval", "0.01", "--once", "--format", "json")
    ran = await citecheck("check", url, *options, env=environment(tmp_path))
    assert ran.code in {0, 2}, ran.err
    assert ran.json["document"]["title"]


def test_the_article_is_in_our_own_words() -> None:
    for article in ARTICLES:
        assert "Why Serbia Won" not in (ROOT / article).read_text()
