"""What judging a capture gave. Results are appended, and only where they differ from the last.

Each function works inside a transaction.
"""

from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    ScalarSelect,
    Table,
    and_,
    bindparam,
    exists,
    insert,
    select,
    update,
)

from citecheck.adapters.sql import flags, queue_view
from citecheck.adapters.sql.flag_changes import Opening
from citecheck.adapters.sql.newest import SourceNow, chunks
from citecheck.adapters.sql.tables import capture, citation, judgement, observation, reading, source, status
from citecheck.errors import StoreError
from citecheck.model import CaptureId, CitationId, Judged, Judgement, LinkStatus, Observation, SourceKey


def record(connection: Connection, judged: Judged) -> None:
    """Append the results; where no later capture speaks for the source, settle flags and due time."""
    about = judged.observation
    found = connection.execute(_BEFORE, {"capture": about.capture_id}).first()
    if found is None:
        raise StoreError(f"there is no capture {about.capture_id} to judge")
    _append(connection, observation, found.observed, {"capture_id": about.capture_id, "body": about})
    _append(connection, status, found.said, _status_row(about.capture_id, judged.status))
    if judged.reading is not None:
        row = {"capture_id": about.capture_id, "body": judged.reading}
        _append(connection, reading, found.read, row)
    cited = _judge_cited(connection, judged)
    connection.execute(_SET_JUDGED, {"of": about.capture_id})
    if found.void:
        return
    if not found.later_judged:
        opening = Opening(found.captured_at, about.capture_id)
        settled = {one: findings for one, findings in judged.findings if one in cited}
        flags.settle_all(connection, settled, opening)
    if found.later:
        queue_view.refresh(connection, sorted(cited))
        return
    values = {"of": about.source_key, "due_at": judged.status.next_check_at, "wanted": False}
    connection.execute(_SET_DUE, values)
    now = SourceNow.of(about.capture_id, judged.status, judged.reading or found.read)
    queue_view.restate(connection, {one: queue_view.Now(now, last) for one, last in cited.items()})


def observations(connection: Connection, key: SourceKey) -> list[Observation]:
    """A source's history in the order of recording: of each capture what was last observed."""
    last: dict[str, Observation] = {
        row.capture_id: row.body for row in connection.execute(_OBSERVATIONS, {"source": key})
    }
    return list(last.values())


def _judge_cited(connection: Connection, judged: Judged) -> dict[CitationId, Judgement | None]:
    """Append how the citations were judged that are still there (a document may have been deleted
    meanwhile); of each of them how it was judged last."""
    ids = [item.citation_id for item in judged.judgements] + [found[0] for found in judged.findings]
    cited: dict[CitationId, Judgement | None] = {}
    for some in chunks(ids):
        values = {"ids": some, "capture": judged.observation.capture_id}
        cited.update((CitationId(row.id), row.last) for row in connection.execute(_LAST_JUDGED, values))
    rows = []
    for item in judged.judgements:
        if item.citation_id in cited and cited[item.citation_id] != item:
            cited[item.citation_id] = item
            rows.append(_judgement_row(item))
    if rows:
        connection.execute(_ADD[judgement], rows)
    return cited


def _append(connection: Connection, table: Table, last: object, row: dict[str, object]) -> None:
    """Add a row, unless the last of its kind for the same capture says the same."""
    if last != row["body"]:
        connection.execute(_ADD[table], row)


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


def _last(table: Table) -> ScalarSelect[Any]:
    """What was last appended for a capture."""
    return (
        select(table.c.body)
        .where(table.c.capture_id == capture.c.id)
        .order_by(table.c.id.desc())
        .limit(1)
        .correlate(capture)
        .scalar_subquery()
    )


# Statements of every judging, made once: making one costs more than running it.
_ADD = {table: insert(table) for table in (observation, status, reading, judgement)}
_CAPTURE: BindParameter[str] = bindparam("capture")
_LATER = capture.alias("later")
# Ids tell in which order captures were recorded; the time of a capture may be a wrong clock's.
_IS_LATER = and_(_LATER.c.source_key == capture.c.source_key, ~_LATER.c.void, _LATER.c.id > capture.c.id)
_BEFORE = select(
    capture.c.captured_at,
    capture.c.void,
    _last(observation).label("observed"),
    _last(status).label("said"),
    _last(reading).label("read"),
    exists().where(_IS_LATER).correlate(capture).label("later"),
    exists().where(_IS_LATER, _LATER.c.judged).correlate(capture).label("later_judged"),
).where(capture.c.id == _CAPTURE)
_LAST_JUDGEMENT = (
    select(judgement.c.body)
    .where(judgement.c.capture_id == _CAPTURE, judgement.c.citation_id == citation.c.id)
    .order_by(judgement.c.id.desc())
    .limit(1)
    .correlate(citation)
    .scalar_subquery()
)
_LAST_JUDGED = select(citation.c.id, _LAST_JUDGEMENT.label("last")).where(
    citation.c.id.in_(bindparam("ids", expanding=True))
)
_SET_JUDGED = update(capture).where(capture.c.id == bindparam("of")).values(judged=True)
_SET_DUE = update(source).where(source.c.key == bindparam("of"))
_OBSERVATIONS = (
    select(observation.c.capture_id, observation.c.body)
    .join_from(observation, capture, observation.c.capture_id == capture.c.id)
    .where(capture.c.source_key == bindparam("source"), ~capture.c.void)
    .order_by(capture.c.id, observation.c.id)
)
