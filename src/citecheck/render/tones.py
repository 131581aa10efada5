"""One tone per citation: what a page says with a colour, an icon, an underline and a word at once."""

from citecheck.model import CitationResult, Severity, VerdictLabel
from citecheck.model.words import Word
from citecheck.render.options import open_flags


class Tone(Word):
    """How a citation looks on a page; the explanation is the word shown beside the icon."""

    icon: str

    def __new__(cls, value: str, explanation: str, icon: str = "") -> "Tone":
        """A member from (value, explanation, icon)."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.explanation = explanation
        member.icon = icon
        return member

    HIGH = "high", "look today", "✕"
    MEDIUM = "medium", "look soon", "▲"
    UNKNOWN = "unknown", "cannot tell", "?"
    LOW = "low", "good to know", "●"
    FINE = "fine", "nothing to flag", "✓"


_OF_SEVERITY = {Severity.HIGH: Tone.HIGH, Severity.MEDIUM: Tone.MEDIUM, Severity.LOW: Tone.LOW}


def tone_of(result: CitationResult) -> Tone:
    """The citation's tone: its worst flag, unless that is a low one on a source nobody could read."""
    flags = open_flags(result)
    if flags and flags[0].severity is not Severity.LOW:
        return _OF_SEVERITY[flags[0].severity]
    if result.verdict is None or result.verdict.label is VerdictLabel.CANNOT_TELL:
        return Tone.UNKNOWN
    if flags or result.verdict.label is not VerdictLabel.SUPPORTED:
        return Tone.LOW
    return Tone.FINE


def tone_of_severity(severity: Severity) -> Tone:
    """The tone of one flag."""
    return _OF_SEVERITY[severity]
