"""Weigh common words: inverse document frequency of stems over the sources of the development data.

    python training/support/common.py DATA_DIR

Writes src/citecheck/verify/weights/common.json: the stems that stand in at least MIN_DOCS sources.
"""

import collections
import gzip
import json
import math
import sys
from pathlib import Path

from citecheck.verify.words import tokenise

MIN_DOCS = 15
OUT = Path(__file__).parents[2] / "src/citecheck/verify/weights/common.json"
FILES = (
    "wice_dev",
    "wice_unsupported_tokens_train",
    "attributionbench_dev",
    "factcg_doc",
    "summedits_other7",
)


def main(data: Path) -> None:
    documents = set()
    for name in FILES:
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            documents |= {" ".join(json.loads(line)["sentences"][:120]) for line in lines}
    counts: collections.Counter[str] = collections.Counter()
    for text in documents:
        counts.update({token.stem for token in tokenise(text)})
    idf = {
        word: round(10 * math.log2(len(documents) / count))
        for word, count in sorted(counts.items())
        if count >= MIN_DOCS and word.isalpha()
    }
    OUT.write_text(json.dumps({"documents": len(documents), "unit": "tenths of a bit", "idf": idf}) + "\n")
    print(len(documents), "sources,", len(idf), "stems")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
