"""A host in trouble is one flag, in every format."""

import json
from types import ModuleType

import pytest
from tests.unit.render.test_machines import junit, sarif

from citecheck.model import FlagId, Severity
from citecheck.render import Format, RenderOptions, as_json, as_junit, as_sarif, render

REASON = "9 of 10 links to b.example failed together"
ID = "f0000000000000042"


@pytest.mark.parametrize("chosen", [Format.TEXT, Format.MARKDOWN, Format.HTML, Format.JSONL])
def test_it_is_seen(samples: ModuleType, chosen: Format) -> None:
    shown = " ".join(render(chosen, [samples.outage()]).split()).replace("\\", "")
    assert shown.count(REASON) == 1
    assert REASON not in render(chosen, [samples.bridge()])
    accepted = render(chosen, [samples.outage()], RenderOptions(accepted=frozenset({FlagId(ID)})))
    assert "accepted" in accepted


def test_json_has_it_on_each_document(samples: ModuleType) -> None:
    for found in json.loads(as_json([samples.outage(), samples.outage()])):
        (host,) = found["hosts"]
        assert host["host"] == "b.example:443"
        (flag,) = host["flags"]
        assert (flag["id"], flag["code"], flag["cleared_at"]) == (ID, "host_incident", None)
    assert json.loads(as_json([samples.bridge()]))["hosts"] == []


def test_junit_has_it_once_and_fails_by_the_threshold(samples: ModuleType) -> None:
    both = [samples.outage(), samples.outage()]
    root = junit(as_junit(both, RenderOptions()))
    (case,) = root.findall(".//testcase[@name='host b.example']")
    assert case.find("failure") is None
    assert REASON in case.findtext("system-out")
    root = junit(as_junit(both, RenderOptions(fail_on=Severity.LOW)))
    (case,) = root.findall(".//testcase[@name='host b.example']")
    assert case.find("failure").get("type") == "host_incident"
    assert root[0].get("tests") == "5"
    assert root[1].get("tests") == "4"


def test_sarif_has_it_once(samples: ModuleType) -> None:
    run = sarif(as_sarif([samples.outage(), samples.outage()], RenderOptions()))
    (found,) = [one for one in run["results"] if one["ruleId"] == "host_incident"]
    assert found["message"]["text"].startswith(REASON)
    assert found["properties"]["flag"] == ID
    assert found["properties"]["host"] == "b.example:443"
