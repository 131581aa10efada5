"""What judging a capture gave. Results are appended, and only where they differ from the last.

Each function works inside a transaction.
"""

from sqlalchemy import ColumnElement, Connection, Table, and_, insert, or_, select, update

from citecheck.adapters.sql import flags, queue_view
from citecheck.adapters.sql.flag_changes import Bearer, Opening
from citecheck.adapters.sql.tables import capture, citation, judgement, observation, reading, source, status
from citecheck.errors import StoreError
from citecheck.model import CaptureId, CitationId, Judged, Judgement, LinkStatus, Observation, SourceKey

MANY = 500  # ids in one statement; SQLite takes a bounded number of parameters


def record(connection: Connection, judged: Judged) -> None:
    """Append the results; where no later capture speaks for the source, settle flags and due time."""
    about = judged.observation
    found = connection.execute(
        select(capture.c.captured_at, capture.c.void).where(capture.c.id == about.capture_id)
    ).first()
    if found is None:
        raise StoreError(f"there is no capture {about.capture_id} to judge")
    _append(connection, observation, {"capture_id": about.capture_id, "body": about})
    _append(connection, status, _status_row(about.capture_id, judged.status))
    if judged.reading is not None:
        _append(connection, reading, {"capture_id": about.capture_id, "body": judged.reading})
    cited = _still_cited(connection, judged)
    for item in judged.judgements:
        if item.citation_id in cited:
            _append(connection, judgement, _judgement_row(item))
    connection.execute(update(capture).where(capture.c.id == about.capture_id).values(judged=True))
    if found.void:
        return
    later = _later_than(about, found.captured_at)
    if connection.execute(select(capture.c.id).where(later, capture.c.judged).limit(1)).first() is None:
        opening = Opening(found.captured_at, about.capture_id)
        for citation_id, findings in judged.findings:
            if citation_id in cited:
                flags.settle(connection, Bearer(citation_id), findings, opening)
    if connection.execute(select(capture.c.id).where(later).limit(1)).first() is None:
        connection.execute(
            update(source)
            .where(source.c.key == about.source_key)
            .values(due_at=judged.status.next_check_at, wanted=False)
        )
    queue_view.refresh(connection, sorted(cited))


def observations(connection: Connection, key: SourceKey) -> list[Observation]:
    """A source's history, oldest first: of each capture what was last observed."""
    rows = connection.execute(
        select(observation.c.capture_id, observation.c.body)
        .join_from(observation, capture, observation.c.capture_id == capture.c.id)
        .where(capture.c.source_key == key, ~capture.c.void)
        .order_by(capture.c.captured_at, capture.c.id, observation.c.id)
    )
    last: dict[str, Observation] = {row.capture_id: row.body for row in rows}
    return list(last.values())


def _still_cited(connection: Connection, judged: Judged) -> set[CitationId]:
    """The citations that are still there: a document may have been deleted while we judged."""
    ids = [item.citation_id for item in judged.judgements] + [found[0] for found in judged.findings]
    found: set[CitationId] = set()
    for start in range(0, len(ids), MANY):
        there = select(citation.c.id).where(citation.c.id.in_(ids[start : start + MANY]))
        found.update(map(CitationId, connection.execute(there).scalars()))
    return found


def _later_than(about: Observation, captured_at: object) -> ColumnElement[bool]:
    return and_(
        capture.c.source_key == about.source_key,
        ~capture.c.void,
        or_(
            capture.c.captured_at > captured_at,
            and_(capture.c.captured_at == captured_at, capture.c.id > about.capture_id),
        ),
    )


def _append(connection: Connection, table: Table, row: dict[str, object]) -> None:
    """Add a row, unless the last of its kind for the same capture (and citation) says the same."""
    same = [table.c.capture_id == row["capture_id"]]
    if "citation_id" in row:
        same.append(table.c.citation_id == row["citation_id"])
    last = connection.execute(select(table.c.body).where(*same).order_by(table.c.id.desc()).limit(1)).scalar()
    if last != row["body"]:
        connection.execute(insert(table), row)


def _status_row(capture_id: CaptureId, link: LinkStatus) -> dict[str, object]:
    return {
        "capture_id": capture_id,
        "state": link.state,
        "link_class": link.link_class,
        "dead": link.dead,
        "body": link,
    }


def _judgement_row(item: Judgement) -> dict[str, object]:
    verdict = item.verdict
    return {
        "capture_id": item.capture_id,
        "citation_id": item.citation_id,
        "backend_name": verdict.backend.name if verdict else "",
        "backend_version": verdict.backend.version if verdict else "",
        "rules_version": item.rules_version,
        "verdict": verdict.label if verdict else None,
        "evidence": len(verdict.evidence) if verdict else 0,
        "body": item,
    }
