"""The two library extractors, called with a tree that is parsed once and kept within bounds.

They are loaded when they are called: starting takes half a second less where only workers read."""

from datetime import date, datetime

import lxml.html
from lxml.etree import LxmlError

from citecheck.read.candidates import Vote

_NOWHERE = "https://page.invalid/"  # so that the vote comes from the page alone, never from its address
_LAST_DAY = datetime(2100, 1, 1)  # noqa: DTZ001 - htmldate compares naive days; fixed, for the same answer every day
# What lxml and the extractors raise on pages that nobody thought of: the page is then one they cannot read.
_LIBRARY_FAULTS = (
    LxmlError,
    ValueError,  # UnicodeError and dates out of range too
    TypeError,
    AttributeError,
    LookupError,
    OverflowError,
    RecursionError,
    AssertionError,
)


def lxml_tree(html: str) -> lxml.html.HtmlElement | None:
    """`html` as lxml's tree, None where there is nothing in it. What charset the page declares is ignored."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except _LIBRARY_FAULTS:
        return None
    return tree if isinstance(tree, lxml.html.HtmlElement) else None


def vote_of(tree: lxml.html.HtmlElement | None) -> Vote:
    """htmldate's reading of the page, in its fast mode."""
    if tree is None:
        return Vote(None)
    from htmldate import find_date

    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=_NOWHERE, max_date=_LAST_DAY)
        return Vote(date.fromisoformat(found) if found else None)
    except _LIBRARY_FAULTS:
        return Vote(None)


def article_of(tree: lxml.html.HtmlElement, *, thorough: bool) -> str:
    """trafilatura's main text, "" where it finds none. `thorough` compares other extractors' results
    and costs half as much again."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(tree, fast=not thorough, include_comments=False)
    except _LIBRARY_FAULTS:
        return ""
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""
