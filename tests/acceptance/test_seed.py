"""The document the project began from: nine URLs that stand as a block in the middle of a sentence."""

import asyncio
import json
import re
from pathlib import Path

from tests.acceptance.command import citecheck, empty_dns, environment

URLS = 9


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def says(claim: str, gold: str) -> bool:
    """Whether the claim holds the gold passage; "..." in it is a gap."""
    parts = [re.escape(folded(part)) for part in gold.split("...")]
    return re.search(".*?".join(parts), folded(claim)) is not None


async def test_nine_citations_with_the_dates_that_their_addresses_give(seed: Path, tmp_path: Path) -> None:
    ran = await citecheck("extract", str(seed), "--format", "json", env=environment(tmp_path))
    assert ran.code == 0, ran.err
    citations = ran.json["citations"]
    text = await asyncio.to_thread(seed.read_text)
    listed = [line.strip() for line in text.splitlines() if line.startswith("http")]
    assert [citation["url"] for citation in citations] == listed
    assert len(citations) == URLS
    ft = next(item for item in citations if "ft.com" in item["url"])
    assert "fbclid" in ft["url"]
    assert "fbclid" not in ft["source"]
    assert [(clue["kind"], clue["value"][:10]) for clue in ft["dates"]["clues"]] == [("url_id", "2019-10-22")]
    b92 = next(item for item in citations if "b92.net" in item["url"])
    assert [(clue["kind"], clue["value"]) for clue in b92["dates"]["clues"]] == [("url_query", "2019-01-08")]


async def test_exactly_one_date_flag_and_it_names_the_window(seed: Path, tmp_path: Path) -> None:
    ran = await citecheck("extract", str(seed), "--format", "json", env=environment(tmp_path))
    dated = [
        (citation["url"], flag)
        for citation in ran.json["citations"]
        for flag in citation["flags"]
        if flag["code"].startswith("date_")
    ]
    assert len(dated) == 1
    url, flag = dated[0]
    assert "themoscowtimes.com" in url
    assert flag["code"] == "date_url_after_document"
    assert "29 October 2019" in flag["reason"]
    assert ran.json["document"]["published"] is None
    assert ran.json["document"]["published_window"][0] == "2019-10-29"


async def test_most_urls_find_their_sentence(seed: Path, tmp_path: Path) -> None:
    ran = await citecheck("extract", str(seed), "--format", "json", env=environment(tmp_path))
    gold = json.loads(await asyncio.to_thread((seed.parent / "alignment_gold.json").read_text))["gold"]
    claims = {citation["n"]: citation["claim"] or "" for citation in ran.json["citations"]}
    right = [
        row["n"] for row in gold if any(says(claims[row["n"]], row[k]) for k in ("sent", "alt") if k in row)
    ]
    assert len(right) >= 7, right


async def test_without_network_nothing_is_judged_and_nobody_is_blamed(seed: Path, tmp_path: Path) -> None:
    with empty_dns() as server:
        env = environment(tmp_path, CITECHECK_NAMESERVERS=server)
        ran = await citecheck("check", str(seed), "--format", "json", "--interval", "0", env=env)
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "offline" in ran.err
    assert ran.json["online"] is False
    assert {citation["link"]["state"] for citation in ran.json["citations"]} == {"not_checked"}
    codes = {flag["code"] for citation in ran.json["citations"] for flag in citation["flags"]}
    assert {code for code in codes if code.startswith("link_")} <= {"link_http_only", "link_tracking"}
