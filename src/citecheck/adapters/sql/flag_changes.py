"""What becomes of the flags of one citation or host when new findings come. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from citecheck.model import CaptureId, CitationId, Flag, FlagCode, FlagFinding, FlagId, HostKey


@dataclass(frozen=True, slots=True)
class Bearer:
    """What flags hang on: a citation or a host, never both."""

    citation_id: CitationId | None = None
    host: HostKey | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """When findings were made, and by the judging of which capture (None: without one)."""

    at: datetime
    capture_id: CaptureId | None = None


@dataclass(frozen=True, slots=True)
class FlagChanges:
    """Flags to open, flags whose words changed, and flags to clear."""

    opened: tuple[Flag, ...]
    reworded: tuple[Flag, ...]
    cleared: tuple[Flag, ...]


def changes(
    bearer: Bearer, open_flags: Sequence[Flag], findings: Sequence[FlagFinding], opening: Opening
) -> FlagChanges:
    """Hold the findings against the open flags. The same findings again change nothing.

    `open_flags` are those that these findings may clear. The worst finding of a code counts.
    """
    standing = {flag.code: flag for flag in open_flags}
    found: dict[FlagCode, FlagFinding] = {}
    for finding in findings:
        best = found.setdefault(finding.code, finding)
        if finding.severity.rank < best.severity.rank:
            found[finding.code] = finding
    opened = tuple(_opened(bearer, one, opening) for code, one in found.items() if code not in standing)
    worded = ((standing[code], one) for code, one in found.items() if code in standing)
    return FlagChanges(
        opened=opened,
        reworded=tuple(new for old, one in worded if (new := _reworded(old, one)) != old),
        cleared=tuple(
            replace(flag, cleared_at=opening.at) for code, flag in standing.items() if code not in found
        ),
    )


def flag_id(bearer: Bearer, code: FlagCode, opening: Opening) -> FlagId:
    """The same for the same opening, so that opening twice is opening once."""
    key = (bearer.citation_id or bearer.host or "", code.value, opening.capture_id or opening.at.isoformat())
    return FlagId("f" + sha256("\n".join(key).encode()).hexdigest()[:16])


def _opened(bearer: Bearer, finding: FlagFinding, opening: Opening) -> Flag:
    return Flag(
        id=flag_id(bearer, finding.code, opening),
        code=finding.code,
        severity=finding.severity,
        reason=finding.reason,
        evidence=finding.evidence,
        opened_at=opening.at,
        cleared_at=None,
        citation_id=bearer.citation_id,
        host=bearer.host,
    )


def _reworded(flag: Flag, finding: FlagFinding) -> Flag:
    return replace(flag, severity=finding.severity, reason=finding.reason, evidence=finding.evidence)
