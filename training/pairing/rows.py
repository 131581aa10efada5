"""Rows for `citecheck eval align` from web pages: links inside paragraphs, taken out into a list.

    python training/pairing/rows.py PAGES.jsonl.gz OUT_DIR

PAGES has a row per page: id, url, file (HTML, path relative to PAGES). Writes tune.jsonl and check.jsonl,
split by the pages' domains so that no publisher is in both.
"""

import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citecheck.text import sentences
from citecheck.urls import registrable_domain

FEWEST_LINKS = 4
FEWEST_WORDS = 4  # of a sentence that can be somebody's claim
FEWEST_LETTERS = 40  # of a paragraph
MOST_LINKED = 0.6  # of a paragraph's letters; what is linked more is a menu
SILENT = {"script", "style", "noscript", "template"}
NOT_SOURCES = re.compile(r"\.(?:jpe?g|png|gif)$|/(?:tags?|author|category|share|login|user)/", re.I)


def rows(pages: Path) -> Iterator[dict[str, object]]:
    """One row per page with enough links in its paragraphs."""
    with gzip.open(pages, "rt", encoding="utf-8") as lines:
        for page in map(json.loads, lines):
            data = (pages.parent / page["file"]).read_bytes()
            html = gzip.decompress(data) if page["file"].endswith(".gz") else data
            row = _row(LexborHTMLParser(html), page)
            if row is not None:
                yield row


def _row(tree: LexborHTMLParser, page: dict[str, str]) -> dict[str, object] | None:
    texts: list[str] = []
    urls: dict[str, int] = {}
    seen: set[str] = set()
    for node in tree.css("p"):
        pieces: list[str] = []
        links: list[tuple[int, int, str]] = []
        _walk(node, page["url"], pieces, links)
        text = "".join(pieces)
        linked = sum(end - start for start, end, _ in links)
        if len(text.strip()) < FEWEST_LETTERS or linked > MOST_LINKED * len(text.strip()) or text in seen:
            continue
        seen.add(text)
        spans = sentences(text, None)
        for start, _, url in links:
            place = next((n for n, span in enumerate(spans) if span.end > start), None)
            if (
                place is not None
                and len(spans[place].of(text).split()) >= FEWEST_WORDS
                and _deep(url, page["url"])
            ):
                urls.setdefault(url, len(texts) + place)
        texts += [" ".join(span.of(text).split()) for span in spans]
    if len(urls) < FEWEST_LINKS:
        return None
    return {
        "id": page["id"],
        "url": page["url"],
        "sentences": texts,
        "urls": list(urls),
        "gold": list(urls.values()),
    }


def _walk(node: LexborNode, base: str, pieces: list[str], links: list[tuple[int, int, str]]) -> None:
    for child in node.iter(include_text=True):
        if child.is_text_node:
            pieces.append(child.text_content or "")
        elif child.tag == "br":
            pieces.append("\n")
        elif child.is_element_node and child.tag not in SILENT:
            start = sum(map(len, pieces))
            _walk(child, base, pieces, links)
            end = sum(map(len, pieces))
            href = (child.attributes.get("href") or "").strip() if child.tag == "a" else ""
            if href and end > start:
                links.append((start, end, urljoin(base, href)))


def _deep(url: str, page: str) -> bool:
    """Whether the URL names one page, and not the page that it stands on."""
    parts = urlsplit(url)
    path = parts.path.strip("/")
    telling = len(path) >= 12 and len(re.findall(r"[A-Za-z]{3,}|\d+", path)) >= 2
    itself = url.partition("#")[0].partition("?")[0].rstrip("/") == page.partition("#")[0].rstrip("/")
    return parts.scheme in {"http", "https"} and telling and not itself and not NOT_SOURCES.search(url)


def _half(url: str) -> str:
    domain = registrable_domain(urlsplit(url).hostname or "")
    return "tune" if int(hashlib.sha256(str(domain).encode()).hexdigest(), 16) % 2 else "check"


def main(pages: Path, out: Path) -> None:
    """Write both halves."""
    out.mkdir(parents=True, exist_ok=True)
    halves: dict[str, list[str]] = {"tune": [], "check": []}
    for row in rows(pages):
        halves[_half(str(row["url"]))].append(json.dumps(row, ensure_ascii=False))
    for name, lines in halves.items():
        (out / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(lines)} documents")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
