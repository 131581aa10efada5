"""Flags from the verdict on a claim.

A pairing that is only inferred is never judged harshly: when claim and source may not belong together,
what the page does not say is first of all a doubt about the pairing. Its flags open low.
"""

from types import MappingProxyType

from citecheck.model import (
    Citation,
    FactKind,
    FactResult,
    FlagCode,
    FlagFinding,
    Severity,
    Verdict,
    VerdictLabel,
)

_BY_LABEL = MappingProxyType(
    {
        VerdictLabel.CONTRADICTED: FlagCode.CLAIM_CONTRADICTED,
        VerdictLabel.NOT_SUPPORTED: FlagCode.CLAIM_NOT_SUPPORTED,
        VerdictLabel.PARTIALLY_SUPPORTED: FlagCode.CLAIM_PARTIALLY_SUPPORTED,
    }
)


def claim_flags(citation: Citation, verdict: Verdict | None) -> tuple[FlagFinding, ...]:
    """The flags of one verdict: on the claim as a whole, and on quotes that are not on the page."""
    if verdict is None or verdict.label is VerdictLabel.CANNOT_TELL:
        return ()
    found = []
    if code := _BY_LABEL.get(verdict.label):
        found.append(_finding(code, verdict.reason, _evidence(verdict), citation))
    quotes = [
        fact for fact in verdict.facts if fact.kind is FactKind.QUOTE and fact.result is FactResult.MISSING
    ]
    if quotes:
        told = ", ".join(f'"{fact.text.strip(chr(34))}"' for fact in quotes)
        reason = f"The quoted words {told} are not on the page."
        evidence = tuple(f"quote: {fact.text} ({fact.reason})" for fact in quotes)
        found.append(_finding(FlagCode.QUOTE_NOT_FOUND, reason, evidence, citation))
    return tuple(found)


def _finding(code: FlagCode, reason: str, evidence: tuple[str, ...], citation: Citation) -> FlagFinding:
    if not citation.pairing.inferred:
        return FlagFinding(code, code.severity, reason, evidence)
    sure = f"{round(citation.pairing.confidence * 100)}%"
    doubt = f" Which sentence this link belongs to is a guess ({sure} sure): check that first."
    return FlagFinding(code, Severity.LOW, reason.rstrip() + doubt, evidence)


def _evidence(verdict: Verdict) -> tuple[str, ...]:
    lines = [f"page: {item.quote}" for item in verdict.evidence[:2]]
    lines += [f"not on the page: {part.text}" for part in verdict.unbacked]
    lines += [
        f"{fact.kind}: the claim has {fact.text}, the page {fact.found or 'something else'}"
        for fact in verdict.facts
        if fact.result is FactResult.CONFLICT
    ]
    return tuple(lines)
