"""classify: what became of a link. Pure: from captures to observations, from histories to states."""

from citecheck.classify.back_off import asks_for_rest, rest
from citecheck.classify.context import Baseline, ObserveContext
from citecheck.classify.drift import REPLACED, UNCHANGED, drift, similarity
from citecheck.classify.facts import page_facts
from citecheck.classify.fragments import missing_fragments
from citecheck.classify.history import Latest, events, not_checked, status
from citecheck.classify.incident import (
    failing_since,
    host_incident,
    is_hosts_failure,
    shows_network,
    unreached_domains,
    we_are_offline,
)
from citecheck.classify.observe import observe, should_probe
from citecheck.classify.override import OVERRIDE, overridden, override_of
from citecheck.classify.places import landings
from citecheck.classify.probe import EVERY as PROBE_EVERY
from citecheck.classify.probe import KEEP as KEEP_PROBE
from citecheck.classify.probe import ProbeSays, front_url, probe_key, probe_says, probe_url
from citecheck.classify.rules import RULES, Rule, reference_rows
from citecheck.classify.schedule import SCHEDULE, Schedule, schedule_rows
from citecheck.classify.suggest import SuggestContext, suggest

__all__ = [
    "KEEP_PROBE",
    "OVERRIDE",
    "PROBE_EVERY",
    "REPLACED",
    "RULES",
    "SCHEDULE",
    "UNCHANGED",
    "Baseline",
    "Latest",
    "ObserveContext",
    "ProbeSays",
    "Rule",
    "Schedule",
    "SuggestContext",
    "asks_for_rest",
    "drift",
    "events",
    "failing_since",
    "front_url",
    "host_incident",
    "is_hosts_failure",
    "landings",
    "missing_fragments",
    "not_checked",
    "observe",
    "overridden",
    "override_of",
    "page_facts",
    "probe_key",
    "probe_says",
    "probe_url",
    "reference_rows",
    "rest",
    "schedule_rows",
    "should_probe",
    "shows_network",
    "similarity",
    "status",
    "suggest",
    "unreached_domains",
    "we_are_offline",
]
