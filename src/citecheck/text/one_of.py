"""one_of(*wordings): a pattern that matches any of them, in folded text."""

import re

from citecheck.text.transliteration import fold


def one_of(*wordings: str) -> re.Pattern[str]:
    """One pattern for several, each written as readers know it: with accents, in its own script.

    What it is held against must be folded as well.
    """
    return re.compile("|".join(f"(?:{fold(wording)})" for wording in wordings))
