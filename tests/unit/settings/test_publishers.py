from pathlib import Path

import pytest

from citecheck.errors import ConfigError
from citecheck.model import Access
from citecheck.settings import load_publishers
from citecheck.settings.publishers import parse_publishers

HEAD = 'schema = 1\n\n[[publisher]]\nid = "ft"\nname = "FT"\n'
ROW = HEAD + 'domains = ["ft.test"]\n'


def test_the_bundled_file_holds_the_nine_and_many_more() -> None:
    publishers = load_publishers()
    nine = {
        "www.the-american-interest.com": "american-interest",
        "www.euractiv.com": "euractiv",
        "www.politico.eu": "politico-europe",
        "rs.n1info.com": "n1",
        "www.themoscowtimes.com": "moscow-times",
        "www.b92.net": "b92",
        "www.reuters.com": "reuters",
        "www.ft.com": "ft",
        "demostat.rs": "demostat",
    }
    assert {host: publishers.for_host(host).id for host in nine} == nine
    assert len(publishers.rows) >= 34
    assert publishers.for_host("nowhere.test") is publishers.defaults
    assert all(row.verified_on is None and row.reliability for row in publishers.rows)


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        ROW
        + 'access = "paywall-hard"\ninterval = 5\nverified_on = 2026-11-01\nkeep_params = ["ID"]\n'
        + 'moves = [{ from = "old.test", to = "ft.test", mode = "same_path" }]\n'
        + '[defaults]\narchive = "wayback"\n'
    )
    publishers = load_publishers(path)
    row = publishers.for_host("news.ft.test")
    assert (row.access, row.interval, row.keep_params) == (Access.PAYWALL_HARD, 5.0, ("id",))
    assert row.moves[0].origin == "old.test"
    assert publishers.defaults.archive == "wayback"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            HEAD + 'domans = ["ft.test"]\n',
            "line 6: unknown key 'domans' in publisher 'ft': did you mean 'domains'?",
        ),
        (HEAD, "line 3: the key 'domains' is missing in publisher 'ft'"),
        (HEAD + "domains = []\n", "line 6: no domain"),
        (HEAD + 'domains = ["https://ft.test/"]\n', "line 6: 'https://ft.test/' is not a domain"),
        (HEAD + 'domains = "ft.test"\n', "line 6: 'domains' is not a list of texts"),
        (
            ROW + 'access = "closed"\n',
            "line 7: 'closed' is not an access in publisher 'ft': use one of free,",
        ),
        (ROW + 'language = "english"\n', "line 7: 'english' is not a language"),
        (ROW + 'timezone = "Belgrade"\n', "line 7: 'Belgrade' is not a time zone"),
        (ROW + 'timezone = "../etc"\n', "line 7: '../etc' is not a time zone"),
        (ROW + "interval = -1\n", "line 7: '-1' is not an interval"),
        (ROW + 'verified_on = "soon"\n', "line 7: 'soon' is not a day"),
        (ROW + 'url_ids = ["(?P<uuid9>x)"]\n', "names no id in publisher 'ft'"),
        (ROW + 'url_ids = ["("]\n', "line 7: '(' is not a pattern"),
        (ROW + 'url_dates = [\n  { part = "host", pattern = "x" },\n]\n', "line 7: 'host' is not a part"),
        (ROW + 'url_dates = [{ part = "path", pattern = "x" }]\n', "line 7: the pattern 'x' names no date"),
        (ROW + 'moves = [{ from = "a.test", to = "b.test", mode = "guess" }]\n', "'guess' is not a mode"),
        (ROW + 'moves = [{ from = "a.test" }]\n', "an entry of 'moves' has other keys"),
        (
            ROW + '\n[[publisher]]\nid = "ft"\nname = "X"\ndomains = ["x.test"]\n',
            "line 9: the id 'ft' is taken",
        ),
        (
            ROW + '\n[[publisher]]\nid = "x"\nname = "X"\ndomains = ["ft.test"]\n',
            "line 11: 'ft.test' stands in 'ft' and 'x'",
        ),
        ('schema = 1\n[default]\naccess = "free"\n', "line 2: unknown key 'default'"),
        ('schema = 1\n[defaults]\nname = "x"\n', "line 3: unknown key 'name' in the defaults"),
        ("[defaults]\n", "line 1: write schema = 1"),
        ("schema = 2\n", "line 1: write schema = 1"),
        ("schema = 1\n[publisher]\n", "publishers are [[publisher]] tables"),
        ("schema = 1\nx = [\n", "not valid TOML"),
    ],
)
def test_errors_name_line_key_and_fix(text: str, says: str) -> None:
    with pytest.raises(ConfigError) as error:
        parse_publishers(text, "my.toml")
    assert str(error.value).startswith("my.toml")
    assert says in str(error.value)


def test_a_key_inside_a_long_string_is_no_key() -> None:
    text = ROW + 'reliability = """\nowner = 3\n[[publisher]]\n"""\naccess = "closed"\n'
    with pytest.raises(ConfigError, match="line 11: 'closed'"):
        parse_publishers(text, "my.toml")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        load_publishers(tmp_path / "none.toml")
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b"# \xe9\n")
    with pytest.raises(ConfigError, match="not UTF-8 at byte 2"):
        load_publishers(latin)
