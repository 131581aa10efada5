"""Pairing the URLs of a list with the sentences they support."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citecheck.extract.blocks import Block
from citecheck.extract.claims import sentence_claim
from citecheck.extract.clues import ListedUrl, features
from citecheck.extract.dated import date_fits
from citecheck.extract.order import Path, best_path
from citecheck.extract.passages import Reader
from citecheck.extract.slug import read_slug, word_key
from citecheck.model import Alternative, Anchor, AnchorHow, Claim, Pairing, Publisher, Publishers
from citecheck.text import fold, tokens
from citecheck.urls import host_of

Paired = tuple[Claim | None, Pairing]
Pages = Mapping[str, "SourceText"]
_ALTERNATIVES = 3
_HEAD_WORDS = 60  # of title and lede
_PASSAGE = 60  # words
_MOST_PAIRS = 150_000  # of a URL and a sentence looked at together
_READ = 60_000  # characters of a page's text
_SURE = 0.6  # probability of the chosen sentence, and
_MARGIN = 0.3  # its lead over the next: below either, the pairing is a guess
_NOTHING = 0.04  # below, no sentence is named


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a source says, once read: title, lede and main text."""

    title: str
    lede: str
    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The URLs of a list with the words beside them, and what was read from their pages since."""

    urls: tuple[str, ...]
    labels: tuple[str, ...] = ()
    pages: tuple[SourceText | None, ...] = ()

    def part(self, which: slice) -> "Listing":
        """Some of the list."""
        return Listing(self.urls[which], self.labels[which], self.pages[which])


def pair(sentences: Sequence[str], listing: Listing, publishers: Publishers, language: str | None) -> Path:
    """The sentence that each URL supports, with the probability of every sentence.

    A very long list is paired in parts, each with its stretch of the text.
    """
    count, length = len(listing.urls), len(sentences)
    parts = -(-2 * count * length // _MOST_PAIRS) if count * length > _MOST_PAIRS else 1
    if parts <= 1:
        return best_path(pair_features(sentences, listing, publishers, language))
    chosen: list[int] = []
    beliefs: list[tuple[float, ...]] = []
    room = -(-2 * length // parts)
    for part in range(parts):
        urls = slice(count * part // parts, count * (part + 1) // parts)
        if urls.start == urls.stop:
            continue
        middle = length * (2 * part + 1) // (2 * parts)
        start = max(0, min(middle - room // 2, length - room))
        near = sentences[start : start + room]
        path = best_path(pair_features(near, listing.part(urls), publishers, language))
        chosen += [start + index for index in path.chosen]
        beliefs += [(0.0,) * start + row + (0.0,) * (length - start - len(row)) for row in path.beliefs]
    return Path(tuple(chosen), tuple(beliefs), ordered=True)


def pair_features(
    sentences: Sequence[str], listing: Listing, publishers: Publishers, language: str | None
) -> list[list[tuple[float, ...]]]:
    """clues.features of a list: what the weights are fitted on."""
    urls = listing.urls
    labels = listing.labels or ("",) * len(urls)
    pages = listing.pages or (None,) * len(urls)
    listed = [
        listed_url(url, publishers, label, page) for url, label, page in zip(urls, labels, pages, strict=True)
    ]
    return features(sentences, listed, date_fits(sentences, urls, publishers, language))


def listed_url(
    url: str, publishers: Publishers, label: str = "", page: SourceText | None = None
) -> ListedUrl:
    """A URL as the pairing sees it: its slug, its publisher's names, and its page's words if read."""
    publisher = publishers.for_host(host_of(url) or "")
    names = () if publisher is publishers.defaults else _names(publisher)
    if page is None:
        return ListedUrl(read_slug(url, label), names)
    extra = dict.fromkeys(word_key(word) for word in tokens(f"{page.title} {page.lede}")[:_HEAD_WORDS])
    return ListedUrl(read_slug(url, label), names, tuple(extra), _passages(page.text))


def _passages(text: str) -> tuple[frozenset[str], ...]:
    """The words of each stretch of the page, half overlapping the next."""
    keys = [word_key(word) for word in tokens(text[:_READ])]
    starts = range(0, max(len(keys) - _PASSAGE // 2, 1), _PASSAGE // 2)
    return tuple(frozenset(keys[start : start + _PASSAGE]) for start in starts) if keys else ()


def candidates(reader: Reader, block: Block, blocks: Sequence[Block]) -> list[int]:
    """Sentences since the previous list of pasted URLs, the one that the list cut in two included;
    where there are none, those after it. All sentences for a reference list."""
    place = blocks.index(block)
    start = 0 if block.how is AnchorHow.REFERENCE_LIST or place == 0 else blocks[place - 1].span.end
    end = block.span.start
    prose = [index for index, sentence in enumerate(reader.sentences) if not sentence.is_heading]
    before = [index for index in prose if _within(reader, index, start, end)]
    if before:
        return before
    following = blocks[place + 1].span.start if place + 1 < len(blocks) else len(reader.document.text)
    return [index for index in prose if _within(reader, index, block.span.end, following)]


def pair_block(
    reader: Reader, block: Block, blocks: Sequence[Block], publishers: Publishers, pages: Pages
) -> dict[Anchor, Paired]:
    """Claim and pairing of every URL of a block; `pages` holds what was read of some of them, by URL."""
    anchors = [item.anchor for item in block.items]
    among = candidates(reader, block, blocks)
    if not among:
        nothing = Pairing(block.how, 0.0, True, (), "the document has no sentence for this URL")
        return dict.fromkeys(anchors, (None, nothing))
    listing = Listing(
        tuple(anchor.url for anchor in anchors),
        tuple(item.label for item in block.items),
        tuple(pages.get(anchor.url) for anchor in anchors),
    )
    texts = [reader.sentences[index].text for index in among]
    path = pair(texts, listing, publishers, reader.document.language)
    return dict(zip(anchors, claims_of(reader, path, among, block.how), strict=True))


def claims_of(reader: Reader, path: Path, among: Sequence[int], how: AnchorHow) -> list[Paired]:
    """Each URL's claim with how sure the pairing is and what else it may be."""
    return [
        _decide(reader, belief, chosen, among, how)
        for belief, chosen in zip(path.beliefs, path.chosen, strict=True)
    ]


def _decide(
    reader: Reader, belief: Sequence[float], chosen: int, among: Sequence[int], how: AnchorHow
) -> Paired:
    ranked = sorted(range(len(belief)), key=lambda index: (index != chosen, -belief[index]))
    sure = belief[chosen]
    lead = sure - max((belief[index] for index in ranked[1:]), default=0.0)
    options = ranked[:_ALTERNATIVES]
    alternatives = tuple(Alternative(sentence_claim(reader, among[i]), round(belief[i], 3)) for i in options)
    inferred = sure < _SURE or lead < _MARGIN
    reason = "words of the URL, its publisher and the order of the list point to this sentence"
    if sure < _NOTHING:
        return None, Pairing(how, round(sure, 3), True, alternatives, "no sentence stands out for this URL")
    if inferred:
        reason = f"a guess: {reason}, but not clearly"
    return sentence_claim(reader, among[chosen]), Pairing(how, round(sure, 3), inferred, alternatives, reason)


def _within(reader: Reader, index: int, start: int, end: int) -> bool:
    return start <= reader.sentences[index].start < end


def _names(publisher: Publisher) -> tuple[str, ...]:
    """Names as letters and digits only; very short ones would be found in other words."""
    joined = ("".join(filter(str.isalnum, fold(name))) for name in (publisher.name, *publisher.aliases))
    return tuple(name for name in joined if len(name) >= 5)
