"""Why a verdict is what it is, in words that a fact-checker can use."""

from citecheck.model import FactResult, PreparedClaim, VerdictLabel

_NAMED = 3  # details named in a reason
_LONGEST = 60  # characters of one of them


def reason_for(label: VerdictLabel, prepared: PreparedClaim) -> str:
    """One or two plain sentences."""
    return {
        VerdictLabel.SUPPORTED: _supported,
        VerdictLabel.PARTIALLY_SUPPORTED: _partial,
        VerdictLabel.NOT_SUPPORTED: _not_supported,
        VerdictLabel.CONTRADICTED: _contradicted,
        VerdictLabel.CANNOT_TELL: _undecided,
    }[label](prepared)


def _supported(prepared: PreparedClaim) -> str:
    found = [fact for fact in prepared.facts if fact.result is FactResult.FOUND]
    if not prepared.facts:
        return "The page says it."
    if len(found) == len(prepared.facts):
        details = "the one detail" if len(found) == 1 else f"all {len(found)} details"
        return f"The page says it, with {details} of the claim."
    missing = [fact.text for fact in prepared.facts if fact.result is FactResult.MISSING]
    return f"The page says it, though not in these words: {_listed(missing)}."


def _partial(prepared: PreparedClaim) -> str:
    open_words = [words.text for words in prepared.unbacked]
    if not open_words:
        return "The page says only part of it: its words stand there, but not together."
    return f"The page says only part of it. It does not back: {_listed(open_words)}."


def _not_supported(prepared: PreparedClaim) -> str:
    missing = [fact.text for fact in prepared.facts if fact.result is FactResult.MISSING]
    if missing:
        return f"The page does not say it. It does not have: {_listed(missing)}."
    open_words = [words.text for words in prepared.unbacked]
    if open_words:
        return f"The page does not say it. It does not back: {_listed(open_words)}."
    return "The page does not say it."


def _contradicted(prepared: PreparedClaim) -> str:
    conflicts = [fact.reason for fact in prepared.facts if fact.result is FactResult.CONFLICT]
    text = "; ".join(conflicts)
    return f"{text[0].upper()}{text[1:]}."


def _undecided(prepared: PreparedClaim) -> str:
    open_words = [words.text for words in prepared.unbacked]
    told = f" A person should look for: {_listed(open_words)}." if open_words else ""
    return f"Cannot tell: the page comes close to saying it, but not close enough to be sure.{told}"


def _listed(texts: list[str]) -> str:
    """Up to three of them in quotation marks, and how many more there are."""
    different = list(dict.fromkeys(text.strip() for text in texts))
    named = [
        f"“{text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + '…'}”" for text in different
    ]
    more = len(named) - _NAMED
    return ", ".join(named[:_NAMED]) + (f" and {more} more" if more > 0 else "")
