"""Fit the built-in support model and measure it out of fold, by article.

    python training/support/fit.py DATA_DIR [--dry]

Needs scikit-learn. Every file weighs both labels alike, so that 0.5 means "as likely as not" whatever the
mixture. Folds are drawn over articles of all files together. Prints the figures with bootstrap intervals
(over articles) and writes src/citecheck/adapters/support/weights/built_in.json unless --dry.
"""

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score, f1_score, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from citecheck.evals.rows import rows
from citecheck.evals.support import lay, row_of
from citecheck.model import PreparedClaim

OUT = Path(__file__).parents[2] / "src/citecheck/adapters/support/weights/built_in.json"
VERSION = "1"
FILES = {  # file -> what each of its rows weighs
    "wice_dev": 4.0,
    "attributionbench_dev": 1.5,
    "factcg_doc": 0.7,
    "citation_integrity_train": 0.2,
    "summedits_other7": 0.1,
}
MEASURED_ONLY = ("citation_integrity_dev",)
STRENGTH = 0.015  # inverse regularisation
CONFIGURATIONS_TRIED = 95  # models, strengths, file weights and interactions looked at, all rounds together
FOLDS, DRAWS, SEEDS = 8, 1000, 3
COVERAGE = 0.85  # share of whole-article claims that get an answer


@dataclass(frozen=True)
class Table:
    """One file: signals, whether supported, label, article, row digest."""

    x: np.ndarray
    y: np.ndarray
    label: np.ndarray
    article: np.ndarray
    digests: list[str]


def table(path: Path) -> tuple[Table, list[str]]:
    x, labels, articles, digests, names = [], [], [], [], []
    for raw in rows(path):
        row = row_of(raw)
        laid = lay(row)
        if not isinstance(laid, PreparedClaim):
            continue
        names = [signal.name for signal in laid.signals]
        x.append([signal.value for signal in laid.signals])
        labels.append(str(row.label))
        text = str(raw.get("doc_key") or " ".join(row.sentences[:20]))
        articles.append(int(hashlib.sha256(text.encode()).hexdigest()[:12], 16))
        digests.append(row.digest)
    label = np.array(labels)
    return Table(np.array(x), label == "supported", label, np.array(articles), digests), names


def fitted(tables: dict[str, Table], keep: dict[str, np.ndarray], weights: dict[str, float]):
    x = np.vstack([tables[f].x[keep[f]] for f in weights])
    y = np.hstack([tables[f].y[keep[f]] for f in weights])
    w = np.hstack([weights[f] * balance(tables[f].y[keep[f]]) for f in weights])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=5000))
    return model.fit(x, y, logisticregression__sample_weight=w)


def balance(y: np.ndarray) -> np.ndarray:
    share = y.mean()
    return np.where(y, 0.5 / share, 0.5 / (1 - share))


def out_of_fold(tables: dict[str, Table], weights: dict[str, float], seed: int) -> dict[str, np.ndarray]:
    """Scores of every row by a model that saw no row of its article, in any file."""
    articles = np.unique(np.hstack([t.article for t in tables.values()]))
    drawn = np.random.default_rng(seed).integers(0, FOLDS, len(articles))
    fold = {f: drawn[np.searchsorted(articles, t.article)] for f, t in tables.items()}
    scores = {f: np.zeros(len(t.y)) for f, t in tables.items()}
    for k in range(FOLDS):
        model = fitted(tables, {f: fold[f] != k for f in weights}, weights)
        for f, t in tables.items():
            here = fold[f] == k
            if here.any():
                scores[f][here] = model.predict_proba(t.x[here])[:, 1]
    return scores


def interval(figure, t: Table, scores: np.ndarray) -> str:
    """The figure with its 95% bootstrap interval over articles."""
    rng = np.random.default_rng(0)
    articles = np.unique(t.article)
    at = {article: np.flatnonzero(t.article == article) for article in articles}
    draws = []
    for _ in range(DRAWS if len(articles) < 1000 else 200):
        sample = np.concatenate([at[a] for a in rng.choice(articles, len(articles))])
        if 0 < t.y[sample].mean() < 1:
            draws.append(figure(t.y[sample], scores[sample]))
    low, high = np.percentile(draws, (2.5, 97.5))
    return f"{100 * figure(t.y, scores):.1f} [{100 * low:.1f}, {100 * high:.1f}]"


def balanced(y: np.ndarray, scores: np.ndarray) -> float:
    return balanced_accuracy_score(y, scores >= 0.5)


def short(t: Table, scores: np.ndarray) -> str:
    return f"{100 * balanced(t.y, scores):.1f}/{100 * roc_auc_score(t.y, scores):.1f}"


def report(
    name: str, tables: dict[str, Table], weights: dict[str, float], shown: tuple[str, ...]
) -> np.ndarray:
    runs = [out_of_fold(tables, weights, seed) for seed in range(SEEDS)]
    for f in shown:
        t = tables[f]
        print(
            f"{name:24} {f:26} n={len(t.y):5} balanced accuracy {interval(balanced, t, runs[0][f])}"
            f"  AUROC {interval(roc_auc_score, t, runs[0][f])}"
            f"  (other folds: {', '.join(short(t, run[f]) for run in runs[1:])})",
            flush=True,
        )
    return np.mean([r["wice_dev"] for r in runs], axis=0)


def thresholds(t: Table, scores: np.ndarray) -> dict[str, float]:
    """Read off the out-of-fold scores of whole-article claims."""
    way = np.select([t.label == "supported", t.label == "partially_supported"], [2, 1], 0)
    curve = [
        (f1_score(way, np.select([scores >= 0.5, scores >= p], [2, 1], 0), average="macro"), p)
        for p in np.arange(0.02, 0.5, 0.01)
    ]
    best = max(curve)[0]
    partial = float(np.mean([p for value, p in curve if value >= best - 0.01]))
    margin = float(np.quantile(np.abs(scores - 0.5), 1 - COVERAGE))
    print(
        f"three-way macro F1 {best:.3f}: partial from {partial:.3f}; margin {margin:.3f} keeps {COVERAGE:.0%}"
    )
    return {"supported": 0.5, "partial": round(partial, 3), "margin": round(margin, 4)}


def main(data: Path, dry: bool) -> None:
    tables, names = {}, []
    for f in (*FILES, *MEASURED_ONLY):
        tables[f], names = table(data / f"{f}.jsonl.gz")
    everything = (*FILES, *MEASURED_ONLY)
    scores = report("shipped mixture", tables, FILES, everything)
    report("WiCE dev alone", tables, {"wice_dev": 1.0}, ("wice_dev",))
    report("no WiCE in training", tables, {f: w for f, w in FILES.items() if f != "wice_dev"}, everything)
    read_off = thresholds(tables["wice_dev"], scores)
    if dry:
        return
    model = fitted(tables, {f: np.ones(len(tables[f].y), bool) for f in FILES}, FILES)
    scaler, logistic = model[0], model[1]
    weights = logistic.coef_[0] / scaler.scale_
    bias = float(logistic.intercept_[0] - (weights * scaler.mean_).sum())
    wice = tables["wice_dev"]
    OUT.write_text(
        json.dumps(
            {
                "version": VERSION,
                "corpora": {
                    f: hashlib.sha256((data / f"{f}.jsonl.gz").read_bytes()).hexdigest() for f in FILES
                },
                "file_weights": FILES,
                "configurations_tried": CONFIGURATIONS_TRIED,
                "out_of_fold": {
                    "wice_dev_balanced_accuracy": round(balanced(wice.y, scores), 4),
                    "wice_dev_auroc": round(roc_auc_score(wice.y, scores), 4),
                },
                "thresholds": read_off,
                "bias": round(bias, 5),
                "signals": {
                    n: round(float(w), 5) for n, w in zip(names, weights, strict=True) if abs(w) > 1e-9
                },
                "rows": "".join(digest for f in FILES for digest in tables[f].digests),
            },
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--dry" in sys.argv)
