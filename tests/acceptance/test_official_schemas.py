"""What build servers read: results of the real command, against the schemas as their makers publish them."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from examples.serve_recorded_web import RecordedWeb
from jsonschema import Draft4Validator, FormatChecker
from lxml import etree
from tests.acceptance.command import ROOT, citecheck, environment

pytestmark = pytest.mark.service

JUNIT_XSD = Path(os.environ["CITECHECK_JUNIT_XSD"])
SARIF_SCHEMA = Path(os.environ["CITECHECK_SARIF_SCHEMA"])
ARTICLE = "examples/balancing-act.txt"


def listed(tmp_path: Path) -> str:
    """The article's addresses as a list: with one that is no page, and one that is no address."""
    words = (ROOT / ARTICLE).read_text(encoding="utf-8").split()
    urls = [word.strip("().,") for word in words if "://" in word]
    target = tmp_path / "urls.txt"
    target.write_text("\n".join([*urls, "http://127.0.0.1:9/\u017e?a=<b>&c", "https://[broken"]) + "\n")
    return str(target)


async def written(web: RecordedWeb, tmp_path: Path, *options: str) -> dict[str, str]:
    """What `check` writes in both formats for an article and a list."""
    targets = [ARTICLE, listed(tmp_path)]
    network = (*web.network_options(), "--interval", "0.01", "--once", "--quiet")
    found = {}
    for form in ("junit", "sarif"):
        ran = await citecheck(
            "check", *targets, *network, "--format", form, *options, env=environment(tmp_path / "data")
        )
        assert ran.code == (0 if options else 2), ran.err
        found[form] = ran.out
    return found


def sarif_results(text: str) -> list[dict[str, Any]]:
    schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
    log = json.loads(text)
    assert list(Draft4Validator(schema, format_checker=FormatChecker()).iter_errors(log)) == []
    results: list[dict[str, Any]] = log["runs"][0]["results"]
    return results


async def test_junit_and_sarif_of_the_command_are_valid(web: RecordedWeb, tmp_path: Path) -> None:
    found = await written(web, tmp_path)
    suites = etree.fromstring(found["junit"].encode())
    etree.XMLSchema(etree.parse(str(JUNIT_XSD))).assertValid(suites)
    assert len(suites.findall("testsuite")) == 2
    assert int(suites.get("tests", "0")) >= 19

    assert sarif_results(found["sarif"])


async def test_so_are_results_with_known_flags(web: RecordedWeb, tmp_path: Path) -> None:
    network = (*web.network_options(), "--interval", "0.01", "--once", "--quiet")
    targets = (ARTICLE, listed(tmp_path))  # the address that is no address is known as well
    ran = await citecheck("check", *targets, *network, "--format", "json", env=environment(tmp_path / "data"))
    known = tmp_path / "known.json"
    known.write_text(ran.out)
    found = await written(web, tmp_path, "--baseline", str(known))
    assert any(result.get("suppressions") for result in sarif_results(found["sarif"]))
