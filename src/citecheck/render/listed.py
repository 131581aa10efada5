"""Lists of links, whose citations have no claim: there every link has to be told by its address, and what
holds of many is said once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from citecheck.model import CitationResult, DocumentResult, Flag, Severity
from citecheck.render.options import RenderOptions, open_flags, worst_first


@dataclass(frozen=True, slots=True)
class Shared:
    """A low flag that several citations have, word for word."""

    flag: Flag
    numbers: tuple[int, ...]  # of the citations, in the order of the list
    accepted: bool

    @property
    def references(self) -> str:
        """The citations as a reader finds them in the table, e.g. "[1] [4]"."""
        return " ".join(f"[{n}]" for n in self.numbers)


@dataclass(frozen=True, slots=True)
class Flagged:
    """The flags to say of a document."""

    single: tuple[tuple[CitationResult, tuple[Flag, ...]], ...]  # worst first; a better link may stand alone
    shared: tuple[Shared, ...]


def is_link_list(result: DocumentResult) -> bool:
    """Whether nothing in the document is claimed of any link."""
    return bool(result.citations) and all(one.citation.claim is None for one in result.citations)


def flagged(result: DocumentResult, options: RenderOptions) -> Flagged:
    """The open flags; in a list of links, those of no weight that read alike come once, with the numbers."""
    shared = _shared(result.citations, options) if is_link_list(result) else ()
    alike = {_words(one.flag, options) for one in shared}
    single = []
    for citation in worst_first(result.citations):
        found = open_flags(citation)
        own = tuple(flag for flag in found if _words(flag, options) not in alike)
        if own or (found and citation.suggestion):
            single.append((citation, own))
    return Flagged(tuple(single), shared)


_Words = tuple[str, Severity, str, tuple[str, ...], bool]


def _words(flag: Flag, options: RenderOptions) -> _Words:
    return (flag.code.value, flag.severity, flag.reason, flag.evidence, flag.id in options.accepted)


def _shared(citations: Sequence[CitationResult], options: RenderOptions) -> tuple[Shared, ...]:
    alike: defaultdict[_Words, list[tuple[int, Flag]]] = defaultdict(list)
    for citation in citations:
        for flag in open_flags(citation):
            if flag.severity is Severity.LOW:
                alike[_words(flag, options)].append((citation.citation.n, flag))
    found = [(words, flags) for words, flags in sorted(alike.items()) if len(flags) > 1]
    return tuple(
        Shared(flags[0][1], tuple(dict.fromkeys(n for n, _ in flags)), words[-1]) for words, flags in found
    )
