"""The document this project began with (CITECHECK_SEED names the file): one wrong URL date among nine."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from citecheck.dates import infer_publication
from citecheck.flag import before_fetch
from citecheck.model import Citation, Document, FlagCode
from citecheck.settings import load_publishers
from citecheck.urls import host_of

SEED = Path(os.environ["CITECHECK_SEED"]).read_text(encoding="utf-8")


def test_exactly_one_date_flag_on_the_moscow_times(
    document: Callable[..., Document], citation: Callable[..., Citation], today: date
) -> None:
    publishers = load_publishers()
    publication = infer_publication(SEED, "en", today)
    written = replace(document(publication), text=SEED)
    flagged = [
        (finding, url)
        for url in re.findall(r"^https?://\S+$", SEED, re.MULTILINE)
        for finding in before_fetch(written, citation(url), publishers.for_host(host_of(url) or ""), today)
        if finding.code.startswith("date_")
    ]
    ((finding, url),) = flagged
    assert finding.code is FlagCode.DATE_URL_AFTER_DOCUMENT
    assert "themoscowtimes" in url
    assert "Slavic Shield 2019" in finding.reason
    assert "29 October 2019" in finding.reason
