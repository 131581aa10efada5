from pathlib import Path

from tests.acceptance.command import citecheck, environment


async def test_doctor_names_each_thing_with_its_fix(tmp_path: Path) -> None:
    ran = await citecheck("doctor", "--format", "json", env=environment(tmp_path, CITECHECK_CONTCAT="me"))
    assert ran.code == 0, ran.err
    found = {symptom["name"]: symptom for symptom in ran.json}
    assert found["contact"]["level"] == "warning"
    assert "CITECHECK_CONTACT" in found["contact"]["fix"]
    assert "CITECHECK_CONTCAT" in found["environment"]["message"]
    assert found["data directory"]["level"] == "ok"
    assert found["publishers"]["level"] == "warning"


async def test_a_data_directory_that_cannot_be_used_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a directory")
    ran = await citecheck("doctor", "--data-dir", str(file / "data"), env=environment(tmp_path))
    assert ran.code == 3
    assert "problem" in ran.out


async def test_the_contact_is_in_the_user_agent(tmp_path: Path) -> None:
    ran = await citecheck("doctor", env=environment(tmp_path, CITECHECK_CONTACT="desk@newsroom.example"))
    assert "desk@newsroom.example" in ran.out
