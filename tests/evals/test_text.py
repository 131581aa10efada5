import json
from pathlib import Path

import pytest

from citecheck.errors import InputError
from citecheck.evals.text import evaluate_text

ARTICLE = (
    "<html lang=en><body><nav><a href=/>Home of the post</a></nav><article><h1>Snow order</h1>"
    + "<p>The council met in the old mill and agreed on a new order for clearing the snow of the town.</p>"
    * 4
    + "<p>Its members\nsaid that the plough would pass the school first.</p></article></body></html>"
)


def write(folder: Path, *rows: dict[str, object]) -> Path:
    (folder / "a.html").write_text(ARTICLE, encoding="utf-8")
    path = folder / "rows.jsonl"
    base = {"url": "https://e.example/a", "file": "a.html"}
    path.write_text(
        "\n".join(json.dumps({"id": str(n)} | base | row) for n, row in enumerate(rows)), encoding="utf-8"
    )
    return path


def test_snippets_are_counted_over_all_pages(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        {"text_with": ["Its members said that", "not on the page"], "text_without": ["Home of the post"]},
        {"text_with": ["in the old  mill"], "text_without": ["the plough would pass"]},
        {"text_with": None, "text_without": []},
    )
    result = evaluate_text(path)
    assert (result.n, result.snippets, result.empty) == (2, 5, 0)
    assert (result.precision, result.recall, result.f1, result.accuracy) == (0.6667, 0.6667, 0.6667, 0.6)


def test_a_row_whose_snippets_are_no_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="row 0: 'text_with'"):
        evaluate_text(write(tmp_path, {"text_with": "one"}))
