"""observe(capture, facts, context): one capture's contribution to its source's history."""

from citecheck.classify.context import ObserveContext
from citecheck.classify.evidence import not_found_signals, wants_probe
from citecheck.classify.rules import Rule, first_rule
from citecheck.classify.signals import Signals
from citecheck.model import Capture, LinkClass, LinkState, Observation, PageFacts
from citecheck.urls import other_scheme


def observe(capture: Capture, facts: PageFacts | None, context: ObserveContext | None = None) -> Observation:
    """What `capture` says of its link, with the rule that matched and the reason in plain words.

    `facts` are those of its decoded body; None where it has none.
    """
    signals = Signals(capture.outcome, facts, context or ObserveContext())
    rule = first_rule(signals)
    outcome = capture.outcome
    return Observation(
        source_key=capture.source_key,
        capture_id=capture.id,
        at=capture.captured_at,
        state=rule.state,
        link_class=rule.gives,
        rule=rule.id,
        reason=_reason(rule, signals),
        status=outcome.status,
        final_url=outcome.final.url if outcome.final else None,
    )


def should_probe(capture: Capture, facts: PageFacts | None, context: ObserveContext | None = None) -> bool:
    """Whether a made-up sibling should be asked for (probe.py) to tell not found from alive."""
    signals = Signals(capture.outcome, facts, context or ObserveContext())
    if not wants_probe(signals):
        return False
    rule = first_rule(signals)
    # The words of a not-found page may be a headline's, a form may stand on every page.
    told = {LinkState.SOFT_404, LinkState.LOGIN_REQUIRED, LinkState.FORBIDDEN}  # by words alone
    return rule.gives is LinkClass.ALIVE or rule.state in told


def _reason(rule: Rule, s: Signals) -> str:
    words = {
        "status": str(s.status),
        "detail": (s.outcome.failure.detail if s.outcome.failure else _decode_detail(s)).rstrip("."),
        "scheme": other_scheme(s.outcome.url) or "",
        "wall": _capital(s.wall or ""),
        "landing": s.landing.url if s.landing else "",
        "host": s.asked_host or "the host",
        "signals": _listed(_signals(rule, s)),
        "siblings": ", as do other deep links of this host" if s.siblings_agree else "",
        "type": s.facts.media_type if s.facts else "",
        "tls": (s.certificate_error or "").rstrip("."),
    }
    return rule.reason.format_map(words)


def _decode_detail(s: Signals) -> str:
    return "it grows too large when decompressed" if s.facts and s.facts.problem else ""


def _signals(rule: Rule, s: Signals) -> tuple[str, ...]:
    if rule.state is LinkState.SOFT_404:
        return not_found_signals(s) or ("a made-up address on the same host gives the same page",)
    return s.parking_signals if rule.state is LinkState.PARKED else ()


def _listed(words: tuple[str, ...]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
