"""Words of the pages that no other output needs."""

from types import MappingProxyType

from citecheck.model import Decision, Standing
from citecheck.render import Tone

DECISION_PHRASES = MappingProxyType(
    {
        Decision.SUPPORTED: "supported",
        Decision.PARTIALLY_SUPPORTED: "partly supported",
        Decision.NOT_SUPPORTED: "not supported",
        Decision.LINK_DEAD: "link is dead",
        Decision.LINK_WORKS: "link works",
        Decision.FALSE_ALARM: "false alarm",
        Decision.WRONG_PAIRING: "pairing corrected",
        Decision.NOTE: "note",
        Decision.UNDO: "taken back",
    }
)
STANDING_TONES = MappingProxyType(
    {
        Standing.OPEN: Tone.MEDIUM,
        Standing.REOPENED: Tone.MEDIUM,
        Standing.DECIDED: Tone.FINE,
        Standing.CLEAR: Tone.FINE,
    }
)
KEYS = (
    ("j", "next citation"),
    ("k", "previous citation"),
    ("s", "supported"),
    ("p", "partly supported"),
    ("n", "not supported"),
    ("d", "link is dead"),
    ("w", "link works"),
    ("f", "false alarm"),
    ("c", "write a note"),
    ("u", "undo"),
    ("?", "show these keys"),
)


def size_words(count: int) -> str:
    """A number of bytes for a person."""
    if count < 1024:
        return f"{count} bytes"
    if count < 1024 * 1024:
        return f"{count / 1024:.0f} KB"
    return f"{count / 1024 / 1024:.1f} MB"
