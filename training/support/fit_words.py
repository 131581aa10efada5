"""Fit which words of a claim a page backs, on the words that people marked as not backed.

    python training/support/fit_words.py DATA_DIR

Needs scikit-learn. Fits on wice_unsupported_tokens_train, prints figures on wice_unsupported_tokens_dev
(other articles) and writes src/citecheck/verify/weights/words.json.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score, precision_score, recall_score, roc_auc_score

from citecheck.evals.rows import rows
from citecheck.model import Passage, Span
from citecheck.verify.backing import MEASURES, backing, presence
from citecheck.verify.claims import take_apart
from citecheck.verify.page import lay_out

OUT = Path(__file__).parents[2] / "src/citecheck/verify/weights/words.json"
TRAIN, DEV = "wice_unsupported_tokens_train", "wice_unsupported_tokens_dev"
STRENGTHS = (0.03, 0.3, 3.0)  # inverse regularisation tried


def matrix(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Measures and "backed" for each word that says something."""
    measures, backed = [], []
    for row in rows(path):
        claim = row["claim"]
        anatomy = take_apart(claim)
        passages = [Passage(text, Span(0, len(text))) for text in row["sentences"]]
        page = lay_out(passages, anatomy, None)
        words = backing(anatomy, page, presence(anatomy, page), frozenset())
        marked = list(_marked(claim, row["claim_tokens"], row["unsupported"]))
        for word, found in zip(anatomy.words, words, strict=True):
            marks = [mark for start, end, mark in marked if start < word.end and end > word.start]
            if marks:
                measures.append(found.measures)
                backed.append(not any(marks))
    return np.array(measures), np.array(backed)


def _marked(claim, tokens, marks):
    at = 0
    for token, mark in zip(tokens, marks, strict=True):
        start = claim.find(token, at)
        if start >= 0:
            at = start + len(token)
            yield start, at, mark


def main(data: Path) -> None:
    train, dev = (matrix(data / f"{name}.jsonl.gz") for name in (TRAIN, DEV))
    fits = {c: LogisticRegression(C=c, max_iter=5000).fit(*train) for c in STRENGTHS}
    figures = {}
    for strength, model in fits.items():
        backed = model.predict_proba(dev[0])[:, 1]
        said = backed < 0.5
        figures[strength] = {
            "auroc": round(roc_auc_score(dev[1], backed), 4),
            "unbacked_average_precision": round(average_precision_score(~dev[1], 1 - backed), 4),
            "unbacked_precision": round(precision_score(~dev[1], said), 4),
            "unbacked_recall": round(recall_score(~dev[1], said), 4),
            "unbacked_f1": round(f1_score(~dev[1], said), 4),
        }
        print(strength, figures[strength])
    chosen = STRENGTHS[1]
    model = fits[chosen]
    digest = hashlib.sha256((data / f"{TRAIN}.jsonl.gz").read_bytes()).hexdigest()
    fitted = {
        "version": 1,
        "fitted_on": {TRAIN: f"sha256:{digest}"},
        "words": len(train[1]),
        "configurations_tried": len(STRENGTHS),
        "on_dev": figures[chosen],
        "weights": {"bias": round(float(model.intercept_[0]), 4)}
        | {name: round(float(value), 4) for name, value in zip(MEASURES, model.coef_[0], strict=True)},
    }
    OUT.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
