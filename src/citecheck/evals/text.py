"""How much of the main text is read, and how much of what stands around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from citecheck.evals.pages import Stopwatch, body_of
from citecheck.evals.report import Counts, EvalReport, comparable, share
from citecheck.evals.rows import rows, text_of, texts_of
from citecheck.read.reading import read_text


@dataclass(frozen=True, slots=True)
class TextResult(EvalReport):
    """Over all snippets of all pages: those that must be in the main text, and those that must not."""

    n: int  # pages
    snippets: int
    f1: float
    precision: float
    recall: float
    accuracy: float
    empty: int  # pages of which nothing was read
    ms_per_page: float  # CPU: parsing the page and reading its main text


def evaluate_text(path: Path) -> TextResult:
    """Read the main text of each row's page (`id`, `url`, `file`, `text_with`, `text_without`).

    Rows without snippets are not counted. Raises InputError.
    """
    watch = Stopwatch()
    n = empty = inside = missing = intruding = outside = 0
    for row in rows(path):
        wanted, unwanted = _snippets(row, "text_with"), _snippets(row, "text_without")
        if not wanted and not unwanted:
            continue
        body, _ = body_of(row, path)
        with watch:
            said = read_text(body, text_of(row, "url"))
        text = comparable(said)
        n += 1
        empty += not text
        found, wrong = sum(one in text for one in wanted), sum(one in text for one in unwanted)
        inside, missing = inside + found, missing + len(wanted) - found
        intruding, outside = intruding + wrong, outside + len(unwanted) - wrong
    counts = Counts(inside, intruding, missing)
    snippets = inside + missing + intruding + outside
    return TextResult(
        n=n,
        snippets=snippets,
        f1=counts.f1,
        precision=counts.precision,
        recall=counts.recall,
        accuracy=share(inside + outside, snippets),
        empty=empty,
        ms_per_page=watch.ms_per(n),
    )


def _snippets(row: Mapping[str, object], field: str) -> list[str]:
    return [snippet for snippet in map(comparable, texts_of(row, field)) if snippet]
