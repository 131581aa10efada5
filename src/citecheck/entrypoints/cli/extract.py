"""citecheck extract: what a document cites, before any fetch."""

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

from citecheck.classify import not_checked
from citecheck.dates import url_clues
from citecheck.entrypoints.cli.options import chosen_format
from citecheck.entrypoints.cli.output import place_for, say
from citecheck.entrypoints.cli.targets import given_date, is_empty_list, not_taken, read_target
from citecheck.errors import InputError
from citecheck.flag import FlagInput, judge_flags
from citecheck.flows.intake import Taken, host_of, take
from citecheck.flows.submission import Submission
from citecheck.model import (
    Citation,
    CitationResult,
    DateReading,
    DocumentResult,
    Flag,
    FlagFinding,
    FlagId,
    ItemError,
    Publishers,
)
from citecheck.render import Format, RenderOptions, render
from citecheck.settings import load_settings

OK, USAGE = 0, 3
BEFORE = "Not fetched: extract looks at the document only."


def run_extract(
    targets: tuple[str, ...], published: str | None, format_: str, output: Path | None, config: Path | None
) -> int:
    """Write documents with their citations, URL date clues and the flags that need no fetch."""
    chosen = Format[chosen_format(format_).upper()]
    publishers = load_settings(os.environ, config).publishers
    now = datetime.now(UTC)
    given = given_date(published)
    results: list[DocumentResult] = []
    errors: list[ItemError] = []
    with place_for(output, targets) as write:
        for target in targets:
            try:
                submission: Submission = read_target(target, given)
                if is_empty_list(submission):
                    say(f"{target}: nothing to check")
                    continue
                results.append(result_of(take(submission, publishers, now.date()), publishers, now))
            except InputError as error:
                say(str(error))
                errors.append(not_taken(target, error))
        write(render(chosen, results, RenderOptions(fail_on=None, not_taken=tuple(errors))))
    return USAGE if errors else OK


def result_of(taken: Taken, publishers: Publishers, now: datetime) -> DocumentResult:
    """The document as `check` would show it, with nothing fetched yet."""
    findings = dict(taken.findings)
    return DocumentResult(
        document=taken.document,
        online=True,
        citations=tuple(
            _citation(citation, findings[citation.id], taken, publishers, now) for citation in taken.citations
        ),
    )


def _citation(
    citation: Citation, findings: tuple[FlagFinding, ...], taken: Taken, publishers: Publishers, now: datetime
) -> CitationResult:
    publisher = publishers.for_host(host_of(citation))
    link = not_checked(BEFORE)
    dates = DateReading(url_clues(citation.url, publisher))
    given = FlagInput(taken.document, citation, publisher, link, dates, None, now.date())
    return CitationResult(
        citation=citation,
        link=link,
        capture=None,
        reading=None,
        dates=dates,
        date_check=judge_flags(given)[1],
        verdict=None,
        suggestion=None,
        flags=tuple(_flag(citation, finding, now) for finding in findings),
    )


def _flag(citation: Citation, finding: FlagFinding, now: datetime) -> Flag:
    digest = hashlib.sha256(f"{citation.id} {finding.code}".encode()).hexdigest()
    return Flag(
        id=FlagId("f" + digest[:16]),
        code=finding.code,
        severity=finding.severity,
        reason=finding.reason,
        evidence=finding.evidence,
        opened_at=now,
        cleared_at=None,
        citation_id=citation.id,
    )
