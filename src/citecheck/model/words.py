"""The base of every enumeration: a string value that carries its own one-line explanation."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A frozen word of the product's vocabulary.

    Each member is written as ``NAME = "value", "one line that explains it"``; the line is
    what docs/reference prints, so that the reference cannot fall behind the code.
    """

    explanation: str

    def __new__(cls, value: str, explanation: str) -> Self:
        """A member from (value, explanation)."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.explanation = explanation
        return member
