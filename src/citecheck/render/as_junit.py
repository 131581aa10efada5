"""JUnit XML for a build server: a testcase per citation, failures are flags at or above the threshold."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET  # only written here, never parsed

from citecheck.model import CitationResult, DocumentResult, Flag, ItemError, LinkState, LinkStatus
from citecheck.render.coverage import coverage, is_partly_read, is_read
from citecheck.render.options import RenderOptions, host_flags, open_flags
from citecheck.render.phrases import OTHER_SCHEME, VERDICT_PHRASES, link_phrase
from citecheck.render.plain import host_of, plain

_COUNTED = ("tests", "failures", "errors", "skipped")


def as_junit(results: Sequence[DocumentResult], options: RenderOptions) -> str:
    """One testsuite per document. A source that could not be read, with no failing flag, is
    skipped with the reason, so that a green build never hides it."""
    root = ET.Element("testsuites", name="citecheck")
    for place, result in enumerate(results):
        hosts = [flag for first, flag in host_flags(results) if first == place]
        root.append(_suite(result, hosts, options))
    if not results and options.not_taken:
        root.append(_nothing(options))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(result: DocumentResult, hosts: Sequence[Flag], options: RenderOptions) -> ET.Element:
    suite = ET.Element("testsuite", name=_xml(result.document.origin))
    checked = [citation.link.checked_at for citation in result.citations if citation.link.checked_at]
    if checked:
        suite.set("timestamp", max(checked).strftime("%Y-%m-%dT%H:%M:%S"))
    properties = ET.SubElement(suite, "properties")
    for name, value in (
        ("coverage", coverage([result]).sentence()),
        ("digest", result.document.digest),
        ("online", str(result.online).lower()),
    ):
        ET.SubElement(properties, "property", name=name, value=_xml(value))
    for citation in result.citations:
        suite.append(_testcase(citation, options))
    for flag in hosts:
        suite.append(_host_case(flag, options))
    _add_errors(suite, result.errors)
    _count(suite)
    return suite


def _nothing(options: RenderOptions) -> ET.Element:
    """The suite of targets when there is no document, so that a build server has something to show."""
    suite = ET.Element("testsuite", name="citecheck")
    _add_errors(suite, options.not_taken)
    _count(suite)
    return suite


def _add_errors(suite: ET.Element, errors: Sequence[ItemError]) -> None:
    for error in errors:
        case = ET.SubElement(suite, "testcase", name=_xml(error.where), classname="not taken")
        ET.SubElement(case, "error", type="error", message=_xml(error.message))


def _testcase(result: CitationResult, options: RenderOptions) -> ET.Element:
    citation = result.citation
    name = f"{citation.url} (citation {citation.n})"
    case = ET.Element("testcase", name=_xml(name), classname=_xml(host_of(citation.url)))
    flags = open_flags(result)
    failing = [flag for flag in flags if options.fails(flag)]
    if failing:
        failure = ET.SubElement(case, "failure", type=failing[0].code.value)
        failure.set("message", _xml("; ".join(flag.reason for flag in failing)))
        failure.text = "\n".join(_lines(result, failing))
    elif not (is_read(result) or is_partly_read(result)):
        ET.SubElement(case, "skipped", message=_xml(_why_unread(result.link)))
    rest = [flag for flag in flags if flag not in failing]
    if rest:
        ET.SubElement(case, "system-out").text = "\n".join(_flag_lines(rest))
    return case


def _why_unread(link: LinkStatus) -> str:
    return link.reason if link.rule == OTHER_SCHEME else f"{link_phrase(link)}: {link.reason}"


def _host_case(flag: Flag, options: RenderOptions) -> ET.Element:
    """A flag of a host as a testcase of its own: it is one, however many of its pages are cited."""
    host = (flag.host or "").rpartition(":")[0]
    case = ET.Element("testcase", name=_xml(f"host {host}"), classname=_xml(host))
    lines = "\n".join(_flag_lines([flag]))
    if options.fails(flag):
        failure = ET.SubElement(case, "failure", type=flag.code.value, message=_xml(flag.reason))
        failure.text = lines
    else:
        ET.SubElement(case, "system-out").text = lines
    return case


def _lines(result: CitationResult, failing: list[Flag]) -> list[str]:
    lines = [f"link: {link_phrase(result.link)}"]
    if result.link.state is LinkState.ALIVE and result.link.status:
        lines[0] += f" ({result.link.status})"
    if result.verdict:
        lines.append(f"verdict: {VERDICT_PHRASES[result.verdict.label]}")
    if result.citation.claim:
        lines.append(_xml(f"claim: {result.citation.claim.text}"))
    return lines + _flag_lines(failing)


def _flag_lines(flags: list[Flag]) -> list[str]:
    lines = []
    for flag in flags:
        lines.append(_xml(f"{flag.severity.value} {flag.code.value}: {flag.reason}"))
        lines += [_xml(f"  - {plain(fact)}") for fact in flag.evidence]
    return lines


def _count(suite: ET.Element) -> None:
    tags = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    suite.set("tests", str(len(suite.findall("testcase"))))
    for name in _COUNTED[1:]:
        suite.set(name, str(len(suite.findall(f"testcase/{tags[name]}"))))


def _xml(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold, leading spaces kept."""
    lead = len(text) - len(text.lstrip(" "))
    return " " * lead + plain(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
