"""The main text of a page: what its author wrote, without what stands around it."""

import html as entities
import re
from collections.abc import Iterator

import lxml.html
from selectolax.lexbor import LexborHTMLParser

from citecheck.read.extractor import article_of
from citecheck.read.page import Page, folded, meta_content

_THIN = 1_000  # characters: below, the slower and more thorough way is worth its time
_SCANT = 250  # characters: below, JSON-LD's own text or plain paragraphs may be more
_LEAD_CUE = 80  # characters of the description that a lead must begin with
_LEAD_FROM, _LEAD_TO = 40, 1_000  # characters that a lead has
_LEADS = (
    "p, h2, h3, div[class*=lead], div[class*=teaser], div[class*=intro], [itemprop=description], "
    "span[class*=lead], div[class*=summary]"
)
_AROUND = ["script", "style", "noscript", "template", "svg", "nav", "footer", "aside", "form", "header"]
_SENTENCE = 60  # characters of a paragraph that is not navigation
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BLANKS = re.compile(r"[^\S\n]+")
_MARKUP = re.compile(r"<\s*(?:p|div|br)\b", re.IGNORECASE)


def tidy(text: str) -> str:
    """`text` without soft hyphens and invisible marks, white space folded but for line ends."""
    lines = (_BLANKS.sub(" ", line).strip() for line in _INVISIBLE.sub("", text).splitlines())
    return "\n".join(line for line in lines if line)


def main_text(page: Page, tree: lxml.html.HtmlElement | None) -> str:
    """The main text, "" where there is none: the extractor's, with the lead before it. `tree` is lxml's
    of the same page, None where the page is too large for the extractor."""
    text = tidy(article_of(tree, thorough=False)) if tree is not None else ""
    if tree is not None and len(text) < _THIN:
        text = tidy(article_of(tree, thorough=True)) or text
    if len(text) < _SCANT:
        text = max(text, _stated_body(page), _paragraphs(page), key=len)
    lead = _lead(page, text)
    return f"{lead}\n{text}" if lead else text


def _lead(page: Page, text: str) -> str | None:
    """The paragraph that the page's description quotes, where the extractor has left it out."""
    told = (meta_content(page, "og:description"), meta_content(page, "description"))
    flat = folded(text)
    cues = [cue for cue in (tidy(one).rstrip(".… ")[:_LEAD_CUE] for one in told) if len(cue) >= 50]
    cues = [cue for cue in cues if cue not in flat]
    if not cues:
        return None
    for node in page.tree.css(_LEADS)[:500]:
        words = _INVISIBLE.sub("", folded(node.text()))
        if _LEAD_FROM < len(words) < _LEAD_TO and words.startswith(tuple(cues)):
            return words
    return None


def _stated_body(page: Page) -> str:
    """The longest articleBody of the page's JSON-LD, as text."""
    bodies = [node["articleBody"] for node in page.nodes if isinstance(node.get("articleBody"), str)]
    body = max((entities.unescape(str(one)) for one in bodies), key=len, default="")
    if _MARKUP.search(body):
        root = LexborHTMLParser(body).body
        body = root.text(separator="\n") if root else ""
    return tidy(body)


def _paragraphs(page: Page) -> str:
    """Our own plain reading: paragraphs that are too long to be navigation."""
    return "\n".join(_long_lines(page))


def _long_lines(page: Page) -> Iterator[str]:
    around = frozenset(_AROUND)
    for node in page.tree.css("p, h2, h3, blockquote, li, dd, pre"):
        parent = node.parent
        if parent is not None and parent.tag in around:
            continue
        words = _INVISIBLE.sub("", folded(node.text(separator=" ")))
        if len(words) >= _SENTENCE:
            yield words
