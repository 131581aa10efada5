import json
from pathlib import Path

from citecheck.evals.titles import evaluate_titles


def test_titles_are_compared_with_white_space_folded(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<title>Snow order | Post</title><h1>Snow\n order</h1>", encoding="utf-8"
    )
    (tmp_path / "b.html").write_text("<p>none", encoding="utf-8")
    rows = [
        {"id": "1", "url": "https://e.example/1", "file": "a.html", "title": "Snow  order"},
        {"id": "2", "url": "https://e.example/2", "file": "a.html", "title": "Another"},
        {"id": "3", "url": "https://e.example/3", "file": "b.html", "title": "Missing"},
        {"id": "4", "url": "https://e.example/4", "file": "b.html"},
        {"id": "5", "url": "https://e.example/5", "file": "b.html", "title": None},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    result = evaluate_titles(path)
    assert (result.n, result.exact) == (3, 0.3333)
    assert (result.precision, result.recall, result.f1) == (0.5, 0.3333, 0.4)
    assert set(result.as_json()) == {"n", "exact", "precision", "recall", "f1", "ms_per_page"}
