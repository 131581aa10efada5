"""Queue jobs. A job carries one id and nothing else."""

from dataclasses import dataclass
from datetime import timedelta

from citecheck.model.ids import HostKey
from citecheck.model.words import Word


class JobKind(Word):
    """What a job asks for; entrypoints map each kind to one flow."""

    DRAIN = "drain", "fetch the due sources of one host (id: host key)"
    JUDGE = "judge", "judge one capture (id: capture id)"
    PROBE = "probe", "ask a host for an address that cannot exist (id: host key)"
    PAIR = "pair", "pair a document's pasted URLs with claims again (id: document id)"


@dataclass(frozen=True, slots=True)
class Job:
    """One unit of queued work. Jobs of one (kind, id) are never run side by side."""

    kind: JobKind
    id: str


# A host is held, or made to wait for its turn, for no longer than this: what lies further ahead was written
# by a clock that has been set back since.
LONGEST_TURN = timedelta(hours=2)
# Nor does a host rest for longer, whatever it asks for.
LONGEST_REST = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class DueHost:
    """A host with sources to fetch now."""

    host: HostKey
    due: int
