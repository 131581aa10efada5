"""Fit the models that choose a page's day of publication, and write the weights that are shipped.

    python training/dates/fit.py PAGES.jsonl.gz

Rows as for `citecheck eval dates`. Needs the "train" dependency group. The figures that it writes are
out of fold: every page is judged by models that saw no page of the same domain.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import tldextract
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from citecheck.dates import own_address
from citecheck.evals.pages import NOBODY, body_of, page_digest
from citecheck.evals.rows import rows, text_of
from citecheck.read.candidates import Candidate, Vote, candidates
from citecheck.read.extractor import lxml_tree, vote_of
from citecheck.read.page import parse_page
from citecheck.read.page_dates import DateEvidence, evidence_of

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "src/citecheck/read/weights/dates.json"
PREDICTIONS = ROOT / "tests/evals/dates_out_of_fold.json"
TRIED = (
    24  # configurations compared on these pages: regularisation, feature sets, four ways of asking htmldate
)
STRENGTH = 0.3  # inverse of L2 regularisation
RARE = 5  # features seen on fewer candidates are left out
FOLDS = 10
ASK_BELOW = 2.5  # score of our own clues from which the extractor no longer changes the answer
HIGH = 0.982  # precision, out of fold, of all answers from the tier's score upwards
UNANSWERED = -99.0  # a score below any
MEDIUM = 0.8  # precision, out of fold, of the answers just above the tier's lower end
WINDOW = 60  # answers that this is measured on


@dataclass(frozen=True)
class Example:
    """One page with what the models choose from."""

    id: str
    domain: str
    gold: date
    digest: str
    alone: list[Candidate]
    asked: list[Candidate]


def example(row: dict[str, object], path: Path, domains: tldextract.TLDExtract) -> Example:
    body, payload = body_of(row, path)
    page = parse_page(body.text or "", text_of(row, "url"))
    evidence: DateEvidence = evidence_of(page, NOBODY)
    vote: Vote = vote_of(lxml_tree(page.html))
    return Example(
        id=text_of(row, "id"),
        domain=domains(own_address(page.url)).domain,
        gold=date.fromisoformat(text_of(row, "published")),
        digest=page_digest(payload),
        alone=candidates(evidence.found, evidence.address, None),
        asked=candidates(evidence.found, evidence.address, vote),
    )


def table(pools: Sequence[list[Candidate]]) -> tuple[list[str], csr_matrix, NDArray[np.int_]]:
    """(feature names, matrix of all candidates, index of each candidate's page)."""
    count = Counter(name for pool in pools for one in pool for name in one.features)
    names = sorted(name for name, times in count.items() if times >= RARE)
    column = {name: n for n, name in enumerate(names)}
    cells = [
        (row, column[name])
        for row, one in enumerate(one for pool in pools for one in pool)
        for name in one.features
        if name in column
    ]
    pages = np.array([n for n, pool in enumerate(pools) for _ in pool])
    rows_, columns = np.array(cells).T
    matrix = csr_matrix((np.ones(len(cells)), (rows_, columns)), shape=(len(pages), len(names)))
    return names, matrix, pages


def fitted(matrix: csr_matrix, right: NDArray[np.bool_]) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=3000).fit(matrix, right)


def out_of_fold(
    pools: Sequence[list[Candidate]], golds: Sequence[date], domains: Sequence[str]
) -> list[tuple[float, date] | None]:
    """The best (score, day) of each page, by models that saw no page of its domain."""
    _, matrix, pages = table(pools)
    days = [one.day for pool in pools for one in pool]
    right = np.array([day == golds[page] for day, page in zip(days, pages, strict=True)])
    scores = np.zeros(len(days))
    for train, test in GroupKFold(FOLDS).split(np.zeros(len(pools)), groups=domains):
        inside = np.isin(pages, test)
        scores[inside] = fitted(
            matrix[np.isin(pages, train)], right[np.isin(pages, train)]
        ).decision_function(matrix[inside])
    best: list[tuple[float, date] | None] = [None] * len(pools)
    for page, day, score in zip(pages, days, scores, strict=True):
        held = best[page]
        if held is None or score > held[0]:
            best[page] = (float(score), day)
    return best


def weights(pools: Sequence[list[Candidate]], golds: Sequence[date]) -> dict[str, float]:
    names, matrix, pages = table(pools)
    days = [one.day for pool in pools for one in pool]
    model = fitted(matrix, np.array([day == golds[page] for day, page in zip(days, pages, strict=True)]))
    told = {name: round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True)}
    return {"intercept": round(float(model.intercept_[0]), 3)} | {
        n: w for n, w in told.items() if abs(w) >= 0.01
    }


def tiers(ranked: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """The scores from which answers are of high and of medium confidence. `ranked`: best first."""
    right = np.array([ok for _, ok in ranked], dtype=float)
    running = np.cumsum(right) / np.arange(1, len(right) + 1)
    high_at = int(np.max(np.nonzero(running >= HIGH)[0]))
    ends = range(high_at + WINDOW, len(ranked))
    medium_at = max((end for end in ends if right[end - WINDOW : end].mean() >= MEDIUM), default=high_at)
    return round(ranked[high_at][0], 2), round(ranked[medium_at - 1][0], 2)


def main(path: Path) -> None:
    domains = tldextract.TLDExtract(suffix_list_urls=())
    examples = [example(dict(row), path, domains) for row in rows(path)]
    golds, groups = [one.gold for one in examples], [one.domain for one in examples]
    alone = out_of_fold([one.alone for one in examples], golds, groups)
    asked = out_of_fold([one.asked for one in examples], golds, groups)
    final = [a if a and a[0] >= ASK_BELOW else b for a, b in zip(alone, asked, strict=True)]
    right = [bool(answer) and answer[1] == gold for answer, gold in zip(final, golds, strict=True)]
    ranked = sorted(
        ((f[0] if f else UNANSWERED, ok) for f, ok in zip(final, right, strict=True)), reverse=True
    )
    high, medium = tiers([one for one in ranked if one[0] > UNANSWERED])
    in_high = [ok for score, ok in ranked if score >= high]
    in_medium = [ok for score, ok in ranked if medium <= score < high]
    figures = {
        "accuracy": round(float(np.mean(right)), 4),
        "accuracy_without_extractor": round(
            float(np.mean([bool(a) and a[1] == g for a, g in zip(alone, golds, strict=True)])), 4
        ),
        "extractor_asked": round(float(np.mean([not a or a[0] < ASK_BELOW for a in alone])), 4),
        "high_precision": round(float(np.mean(in_high)), 4),
        "high_coverage": round(len(in_high) / len(ranked), 4),
        "medium_precision": round(float(np.mean(in_medium)), 4),
        "medium_coverage": round(len(in_medium) / len(ranked), 4),
    }
    corpus = hashlib.sha256(path.read_bytes()).hexdigest()
    data = {
        "version": 1,
        "corpus_sha256": corpus,
        "configurations_tried": TRIED,
        "out_of_fold": figures,
        "ask_below": ASK_BELOW,
        "high": high,
        "medium": medium,
        "alone": weights([one.alone for one in examples], golds),
        "asked": weights([one.asked for one in examples], golds),
        "pages": " ".join(sorted(one.digest for one in examples)),
    }
    WEIGHTS.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    told = {
        one.id: [
            answer[1].isoformat() if answer else None,
            one.gold.isoformat(),
            round(answer[0], 2) if answer else None,
        ]
        for one, answer in zip(examples, final, strict=True)
    }
    PREDICTIONS.write_text(
        json.dumps({"corpus_sha256": corpus, "high": high, "answers": told}, separators=(",", ":")).replace(
            "],", "],\n"
        )
        + "\n",
        encoding="utf-8",
    )
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
