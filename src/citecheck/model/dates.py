"""Date evidence: every date found is kept with where it was found and how far to trust it."""

from dataclasses import dataclass
from datetime import date, datetime

from citecheck.model.words import Word


class Precision(Word):
    """How exactly a clue names its time."""

    INSTANT = "instant", "to the second or better"
    DAY = "day", "a calendar day"
    MONTH = "month", "a month; the day is unknown"
    YEAR = "year", "a year only"


class ClueKind(Word):
    """Where a date was read from."""

    URL_PATH = "url_path", "digits in path segments of the URL"
    URL_QUERY = "url_query", "named values in the URL's query"
    URL_ID = "url_id", "the time inside an id (UUID version 1, Snowflake, ULID and the like)"
    JSONLD_PUBLISHED = "jsonld_published", "schema.org datePublished in JSON-LD"
    JSONLD_CREATED = "jsonld_created", "schema.org dateCreated in JSON-LD"
    JSONLD_MODIFIED = "jsonld_modified", "schema.org dateModified in JSON-LD"
    META_PUBLISHED = "meta_published", "a meta element for the publication date"
    META_MODIFIED = "meta_modified", "a meta element for the modification date"
    META_DATE = "meta_date", "a meta element that says date without saying which"
    MICRODATA = "microdata", "an itemprop for the publication date"
    MICRODATA_MODIFIED = "microdata_modified", "an itemprop for the modification date"
    TIME_ELEMENT = "time_element", "a time element in the page"
    TIME_PUBLISHED = "time_published", "a time element marked as the publication date"
    BYLINE = "byline", "a date written in the visible text near the title"
    TEXT = "text", "a date elsewhere in the visible text"
    EXTRACTOR = "extractor", "htmldate's reading of the whole page"
    HTTP_LAST_MODIFIED = "http_last_modified", "the Last-Modified response header"
    PDF_METADATA = "pdf_metadata", "creation date in the PDF's metadata"
    SITEMAP = "sitemap", "lastmod of the publisher's sitemap"
    MEMENTO = "memento", "the earliest archived copy: it existed by then"


class ClueFamily(Word):
    """Clues of one family may be derived from one another; two families are independent."""

    JSONLD = "jsonld", "JSON-LD blocks"
    META = "meta", "meta elements and microdata"
    VISIBLE = "visible", "what a reader sees"
    URL = "url", "the URL's path and query"
    ID = "id", "ids in the URL"
    HTTP = "http", "response headers"
    FILE = "file", "metadata inside a file"
    ARCHIVE = "archive", "outside archives"


@dataclass(frozen=True, slots=True)
class DateClue:
    """One piece of date evidence. `value` is a date for day precision and coarser (first day of
    the month or year), an aware UTC datetime for an instant."""

    kind: ClueKind
    family: ClueFamily
    value: date | datetime
    precision: Precision
    where: str  # place for a person to look, e.g. 'path segments "2026/04/05"'
    reliability: float  # measured precision of this kind, 0 to 1

    @property
    def day(self) -> date:
        """The calendar day (UTC for an instant)."""
        return self.value.date() if isinstance(self.value, datetime) else self.value


class DateConfidence(Word):
    """How sure the chosen publication date is, read off held-out curves."""

    HIGH = "high", "independent clues agree, or one of a very reliable kind"
    MEDIUM = "medium", "one reliable clue"
    LOW = "low", "a weak clue only"


class DateCheckResult(Word):
    """The outcome of comparing a source's dates with claim and document."""

    OK = "ok", "the dates fit"
    MISMATCH = "mismatch", "the dates do not fit; flags say how"
    UNKNOWN = "unknown", "too little evidence to tell"


@dataclass(frozen=True, slots=True)
class DateReading:
    """All date clues of one source with the publication and modification dates chosen from them."""

    clues: tuple[DateClue, ...]
    published: date | None = None
    modified: date | None = None
    confidence: DateConfidence | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DateCheck:
    """The comparison of a source's date clues with the claim and the document."""

    result: DateCheckResult
    reason: str
