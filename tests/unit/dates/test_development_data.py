"""Floors on the development pages (CITECHECK_EVAL_DATA names the directory that holds pages/)."""

import gzip
import json
import os
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from citecheck.dates import after_document, clue_window, in_future, url_clues
from citecheck.model import DateWindow, Publication, PublishedHow
from citecheck.settings import load_publishers
from citecheck.urls import host_of

PAGES = Path(os.environ["CITECHECK_EVAL_DATA"]) / "pages" / "pages_dev.jsonl.gz"


@pytest.fixture(scope="module")
def pages() -> list[tuple[str, date]]:
    with gzip.open(PAGES, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [(row["url"], date.fromisoformat(row["published"])) for row in rows if host_of(row["url"])]


def test_a_url_clue_holds_within_its_precision(pages: list[tuple[str, date]]) -> None:
    publishers = load_publishers()
    counted: Counter[str] = Counter()
    for url, published in pages:
        for clue in url_clues(url, publishers.for_host(host_of(url) or "")):
            window = clue_window(clue)
            assert window.earliest is not None
            assert window.latest is not None
            counted["all"] += 1
            counted["hold"] += window.earliest <= published <= window.latest
    assert counted["all"] >= 180
    assert counted["hold"] / counted["all"] >= 0.96


def test_no_flag_on_an_article_written_the_day_after_its_source(pages: list[tuple[str, date]]) -> None:
    publishers = load_publishers()
    wrong = []
    for url, published in pages:
        clues = url_clues(url, publishers.for_host(host_of(url) or ""))
        day = published + timedelta(1)
        given = Publication(PublishedHow.GIVEN, DateWindow(day, day), "given")
        if after_document(clues, given) or in_future(clues, day):
            wrong.append(url)
    assert len(wrong) <= len(pages) // 100
