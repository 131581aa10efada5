"""How often the title is exactly the one that a person copied from the page."""

from dataclasses import dataclass
from pathlib import Path

from citecheck.evals.pages import Stopwatch, body_of
from citecheck.evals.report import Counts, EvalReport, comparable, share
from citecheck.evals.rows import rows, text_of
from citecheck.read.page import parse_page
from citecheck.read.titles import title_of


@dataclass(frozen=True, slots=True)
class TitlesResult(EvalReport):
    """Exact match, white space folded. Rows without a title are not counted."""

    n: int
    exact: float
    precision: float
    recall: float
    f1: float
    ms_per_page: float  # CPU: parsing the page and choosing its title


def evaluate_titles(path: Path) -> TitlesResult:
    """Read the title of each row's page (`id`, `url`, `file`, `title`). Raises InputError."""
    watch = Stopwatch()
    n = right = given = 0
    for row in rows(path):
        if row.get("title") is None:
            continue
        gold = comparable(text_of(row, "title"))
        body, _ = body_of(row, path)
        with watch:
            said = title_of(parse_page(body.text or "", text_of(row, "url")))
        n += 1
        given += said is not None
        right += said is not None and comparable(said) == gold
    counts = Counts(right, given - right, n - right)
    return TitlesResult(
        n=n,
        exact=share(right, n),
        precision=counts.precision,
        recall=counts.recall,
        f1=counts.f1,
        ms_per_page=watch.ms_per(n),
    )
