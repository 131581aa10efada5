"""No false alarm on real pages (CITECHECK_EVAL_DATA names the directory that holds pages/).

All of them answered with their article when they were collected, but for the few named here.
"""

import gzip
import json
import os
from collections import Counter
from pathlib import Path

import pytest
from tests.unit.classify.making import answered

from citecheck.classify import observe, page_facts
from citecheck.model import LinkState, Observation
from citecheck.read import decode
from citecheck.settings import FetchLimits

FOLDER = Path(os.environ["CITECHECK_EVAL_DATA"]) / "pages"
HEADERS = (("Content-Type", "text/html"),)
# Looked at one by one: empty application shells, and one interstitial of a bot wall.
SHOW_NOTHING = {"5719bd67d107", "fd065562604a", "46173cd7a8a8", "d0190ff70e7b"}
CHALLENGED = {"853bb435faec"}


def observations(status: int) -> dict[str, Observation]:
    found = {}
    with gzip.open(FOLDER / "pages_dev.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            payload = gzip.decompress((FOLDER / row["file"]).read_bytes())
            facts = page_facts(decode(payload, HEADERS, FetchLimits(), row["url"]), row["url"])
            found[row["id"]] = observe(answered(status, row["url"], *HEADERS), facts)
    return found


@pytest.fixture(scope="module")
def fine() -> dict[str, Observation]:
    return observations(200)


def test_pages_that_answer_are_alive(fine: dict[str, Observation]) -> None:
    odd = {
        id_: seen for id_, seen in fine.items() if seen.state not in (LinkState.ALIVE, LinkState.PAYWALLED)
    }
    assert {id_ for id_, seen in odd.items() if seen.state is LinkState.JS_REQUIRED} == SHOW_NOTHING
    assert {id_ for id_, seen in odd.items() if seen.state is LinkState.BLOCKED_BOT} == CHALLENGED
    assert odd.keys() == SHOW_NOTHING | CHALLENGED


def test_paywalls_are_those_that_pages_declare(fine: dict[str, Observation]) -> None:
    states = Counter(seen.state for seen in fine.values())
    assert states[LinkState.PAYWALLED] <= 20


def test_an_article_behind_an_error_is_mostly_recognised() -> None:
    states = Counter(seen.state for seen in observations(404).values())
    assert states[LinkState.NOT_FOUND_WITH_CONTENT] >= 0.9 * states.total()
