"""classify: what became of a link. Pure: from captures to observations, from histories to states."""

from citecheck.classify.drift import REPLACED, UNCHANGED, drift, similarity
from citecheck.classify.facts import page_facts
from citecheck.classify.fragments import missing_fragments
from citecheck.classify.history import Latest, events, not_checked, status
from citecheck.classify.incident import host_incident, unreached_domains, we_are_offline
from citecheck.classify.observe import observe, should_probe
from citecheck.classify.override import OVERRIDE, overridden, override_of
from citecheck.classify.places import landings
from citecheck.classify.probe import EVERY as PROBE_EVERY
from citecheck.classify.probe import KEEP as KEEP_PROBE
from citecheck.classify.probe import ProbeSays, probe_key, probe_says, probe_url
from citecheck.classify.rules import RULES, Rule, reference_rows
from citecheck.classify.schedule import SCHEDULE, Schedule, retry_after, schedule_rows
from citecheck.classify.signals import Baseline, ObserveContext
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
    "drift",
    "events",
    "host_incident",
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
    "retry_after",
    "schedule_rows",
    "should_probe",
    "similarity",
    "status",
    "suggest",
    "unreached_domains",
    "we_are_offline",
]
