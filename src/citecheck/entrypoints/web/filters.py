"""What the review queue shows, written in the address: a filtered queue is a link that can be kept."""

from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from citecheck.entrypoints.web.faults import Unfit
from citecheck.flows.tools import Tools
from citecheck.model import DocumentId, FlagCode, LinkClass, QueueQuery, Severity, Standing, Word

W = TypeVar("W", bound=Word)

LAST_PAGE = 10_000
DOCUMENTS_LISTED = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a filter's list."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its name in the address, its label, and what may be chosen ("" is any)."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def query_of(params: QueryParams) -> QueueQuery:
    """The query that an address asks for; 422 for a value there is not."""
    return QueueQuery(
        severity=_one(params, "severity", Severity),
        code=_one(params, "code", FlagCode),
        publisher=params.get("publisher") or None,
        link_class=_one(params, "class", LinkClass),
        document_id=DocumentId(params["document"]) if params.get("document") else None,
        standing=_one(params, "standing", Standing),
        words=params.get("words", "").strip(),
        page=_page(params.get("page", "")),
    )


def address_of(query: QueueQuery) -> str:
    """The query as an address holds it, without what is not asked for; "" or "?..."."""
    pairs = [
        ("severity", query.severity),
        ("code", query.code),
        ("publisher", query.publisher),
        ("class", query.link_class),
        ("document", query.document_id),
        ("standing", query.standing),
        ("words", query.words),
        ("page", str(query.page) if query.page > 1 else ""),
    ]
    asked = urlencode([(name, str(value)) for name, value in pairs if value])
    return f"?{asked}" if asked else ""


def is_filtered(query: QueueQuery) -> bool:
    """Whether anything but the page is chosen."""
    return replace(query, page=1) != QueueQuery()


async def filters_for(query: QueueQuery, tools: Tools) -> tuple[Filter, ...]:
    """The filters with what is chosen now."""
    documents = await tools.reviews.documents(1, DOCUMENTS_LISTED)
    publishers = sorted(tools.settings.publishers.rows, key=lambda row: row.name.casefold())
    named: dict[str, str] = {row.id: row.title for row in documents}
    if query.document_id is not None:
        named.setdefault(query.document_id, query.document_id)
    return (
        _filter("severity", "Severity", {one.value: one.value for one in Severity}, query.severity),
        _filter("code", "Flag", {one.value: one.explanation for one in FlagCode}, query.code),
        _filter("class", "Link", {one.value: one.explanation for one in LinkClass}, query.link_class),
        _filter("publisher", "Publisher", {row.id: row.name for row in publishers}, query.publisher),
        _filter("document", "Document", named, query.document_id),
        _filter(
            "standing",
            "Standing",
            {"": "waiting", **{one.value: one.explanation for one in _LISTED}},
            query.standing,
        ),
    )


_LISTED = (Standing.OPEN, Standing.REOPENED, Standing.DECIDED)


def _filter(name: str, label: str, labels: dict[str, str], chosen: str | None) -> Filter:
    listed = labels if "" in labels else {"": "any", **labels}
    choices = [Choice(value, text, value == (chosen or "")) for value, text in listed.items()]
    return Filter(name, label, tuple(choices))


def _one(params: QueryParams, name: str, words: type[W]) -> W | None:
    value = params.get(name)
    if not value:
        return None
    for word in words:
        if word.value == value:
            return word
    raise Unfit(f"{name}: there is no '{value}'; choose one of {', '.join(words)}.")


def _page(text: str) -> int:
    if not text:
        return 1
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:9]) <= LAST_PAGE:
        raise Unfit("page: give a number from 1 on.")
    return int(text)
