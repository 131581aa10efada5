"""The document the project began with, where CITECHECK_SEED says it is, against its hand alignment."""

import json
import os
from pathlib import Path

from citecheck.extract import extract
from citecheck.ingest import IngestHints, ingest
from citecheck.settings import load_publishers

SEED = os.environ.get("CITECHECK_SEED")

if SEED:

    def _citations():
        path = Path(SEED)
        return extract(ingest(path.read_bytes(), path.name, IngestHints()), load_publishers())

    def _fits(pattern, text):
        place = 0
        for part in pattern.split("..."):
            found = text.find(" ".join(part.split()), place)
            if found < 0:
                return False
            place = found + 1
        return True

    def test_all_urls_in_order():
        lines = Path(SEED).read_text(encoding="utf-8").splitlines()
        assert [each.url for each in _citations()] == [line for line in lines if line.startswith("http")]

    def test_seven_of_nine_by_slugs_alone():
        gold = json.loads((Path(SEED).parent / "alignment_gold.json").read_text(encoding="utf-8"))["gold"]
        hits = sum(
            any(_fits(row[key], citation.claim.text) for key in ("sent", "alt") if key in row)
            for citation, row in zip(_citations(), gold, strict=True)
            if citation.claim
        )
        assert hits >= 7
