"""A thousand pages of our own making: text, menus and markup, about 51 KB each, no two alike."""

from pathlib import Path
from random import Random

HOSTS = 200
SIZE = 51_000  # bytes
SYLLABLES = [
    "ba",
    "be",
    "da",
    "di",
    "fo",
    "ga",
    "ha",
    "ki",
    "la",
    "lo",
    "ma",
    "me",
    "na",
    "no",
    "pa",
    "ri",
    "sa",
    "so",
    "ta",
    "ti",
    "tu",
    "va",
    "ve",
    "zo",
]


def make_site(root: Path, count: int) -> list[str]:
    """Write `count` pages below `root`; their paths."""
    paths = []
    for number in range(count):
        path = f"reports/{number % 12}/a-report-of-the-quay-courier-number-{number}.html"
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page(number), encoding="utf-8")
        paths.append(f"/{path}")
    return paths


def page(number: int) -> str:
    chance = Random(number)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(900)]
    title = " ".join(chance.choices(words, k=7)).capitalize()
    menu = "".join(
        f'<li class="entry"><a href="/topic/{n}/{words[n]}">{words[n]}</a></li>' for n in range(150)
    )
    head = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} - The Quay Courier</title>'
        f'<meta property="og:type" content="article"><meta property="og:title" content="{title}">'
        '<meta property="article:published_time" content="2024-05-17T08:30:00Z">'
        + "".join(f"<style>.c{n} {{ margin: {n}px; padding: {n % 7}em; }}</style>" for n in range(60))
        + f"<script>var page = {{number: {number}, words: {chance.choices(words, k=200)!r}}};</script></head>"
    )
    body = [f"<body><nav><ul>{menu}</ul></nav><article><h1>{title}</h1>"]
    size = len(head) + len(body[0])
    while size < SIZE:
        text = " ".join(chance.choices(words, k=chance.randint(9, 24))).capitalize()
        body.append(
            f'<p class="text c{size % 60}">{text}, <a href="/n/{size}">{words[size % 900]}</a>.</p>\n'
        )
        size += len(body[-1])
    return head + "".join(body) + "</article><footer>The Quay Courier</footer></body></html>"
