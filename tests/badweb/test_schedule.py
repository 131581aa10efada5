"""Every behaviour of the zoo, watched for five weeks: at no moment is an alive or walled page called dead,
and what is gone becomes dead at the very look at which the schedule says so, not one earlier.

Each look is fetched over loopback; only the clock is told. The schedule is written here a second time, as
docs/reference/link-states.md promises it to people.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.badweb.life import Life, Look, living, with_canaries
from tests.badweb.server import BadServer, silent_port
from tests.badweb.world import Authority, LiteralResolver, network
from tests.badweb.zoo import Case, here, zoo
from tests.badweb.zoo_over_time import Lives, changing, named
from tests.badweb.zoo_pages import ARTICLE
from tests.badweb.zoo_served import serve_zoo

from citecheck.model import LinkClass, LinkState, Observation

S = LinkState
DAY = timedelta(days=1)
FIVE_WEEKS = 36 * DAY
NETWORK = frozenset({S.TLS_FAILED, S.REFUSED, S.RESET, S.TIMEOUT, S.EMPTY_REPLY, S.GARBAGE})
# What is promised: these states together, so many looks, the last so long after the first.
DEATHS: tuple[tuple[frozenset[LinkState], int, timedelta], ...] = (
    (frozenset({S.GONE}), 2, timedelta(0)),
    (frozenset({S.NOT_FOUND}), 3, 6 * DAY),
    (frozenset({S.DNS_GONE}), 3, 7 * DAY),
    (frozenset({S.SOFT_404}), 3, 6 * DAY),
    (frozenset({S.REDIRECT_HOME}), 3, 6 * DAY),
    (frozenset({S.PARKED}), 3, 6 * DAY),
    (frozenset({S.HIJACKED}), 3, 6 * DAY),
    (NETWORK, 5, 14 * DAY),
    (frozenset({S.SERVER_ERROR}), 5, 30 * DAY),
)
# When a link that fails from the first look on is dead: earliest and latest, since that look.
DEAD_ON = {
    S.GONE: (1 * DAY, 1 * DAY),
    S.NOT_FOUND: (6 * DAY, 6 * DAY),
    S.DNS_GONE: (7 * DAY, 7 * DAY),
    S.SOFT_404: (6 * DAY, 6 * DAY),
    S.REDIRECT_HOME: (6 * DAY, 6 * DAY),
    S.PARKED: (6 * DAY, 6 * DAY),
    S.HIJACKED: (6 * DAY, 6 * DAY),
    **dict.fromkeys(NETWORK, (14 * DAY, 16 * DAY)),
    S.SERVER_ERROR: (30 * DAY, 32 * DAY),
}
WARNINGS = {"link_parked": S.PARKED, "link_hijacked": S.HIJACKED}  # high from the first look on, by contract


@dataclass(frozen=True)
class Watched:
    """One case with all that the service said of it."""

    lives: Lives
    looks: tuple[Look, ...]  # after every moment at which anything was due anywhere
    history: tuple[Observation, ...]


def at_once(case: Case) -> Lives:
    """A case that answers every look alike; the one busy host of the zoo is fine at the second."""
    steady = case.name != "first-503-then-fine"
    return Lives(case, (case.state,) if steady else (S.SERVER_ERROR, S.ALIVE))


def steady() -> tuple[Lives, ...]:
    """Cases beside the zoo's that need ports of their own."""
    return (
        Lives(here("closed-port", S.REFUSED, ARTICLE), (S.REFUSED,)),
        Lives(here("plain-behind-https", S.TLS_FAILED, ARTICLE), (S.TLS_FAILED,)),
        Lives(here("wrong-certificate", S.TLS_INVALID, ARTICLE), (S.TLS_INVALID,)),
    )


ALL: tuple[Lives, ...] = (*map(at_once, zoo()), *changing(), *named(LiteralResolver()), *steady())


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory, authority: Authority) -> dict[str, Watched]:
    """Five weeks of every case, in one run."""
    return asyncio.run(five_weeks(tmp_path_factory.mktemp("five-weeks"), authority))


async def five_weeks(folder: Path, authority: Authority) -> dict[str, Watched]:
    resolver = with_canaries()
    settings = network(read=1.5, ca_file=authority.file)
    wrong = authority.context("another.example")
    async with (
        BadServer() as server,
        BadServer(tls=wrong) as secure,
        silent_port() as closed,
        plain_port() as plain,
        living(folder, resolver, settings) as life,
    ):
        cases = [*map(at_once, zoo()), *changing(), *named(resolver), *steady()]
        served = [one for one in cases if not one.name.startswith("name-")]
        serve_zoo(server, resolver, [one.case for one in served])
        for one in cases:
            if one.name.startswith("name-"):
                server.serve(one.case.path, ARTICLE, host=one.case.host)
        secure.serve("*", ARTICLE)
        ports = {"closed-port": closed, "wrong-certificate": secure.port, "plain-behind-https": plain}
        urls = {}
        for one in cases:
            scheme = "https" if one.case.state in (S.TLS_FAILED, S.TLS_INVALID) else "http"
            port = ports.get(one.name, server.port)
            urls[f"{scheme}://{one.case.host}:{port}{one.case.path}"] = one
        return await watch(life, urls)


@asynccontextmanager
async def plain_port() -> AsyncIterator[int]:
    """A port that answers whatever it is sent in plain HTTP."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as listening:
        yield listening.sockets[0].getsockname()[1]


async def watch(life: Life, urls: dict[str, Lives]) -> dict[str, Watched]:
    """Stop at every moment at which something is due, and write down what is said of every link."""
    document_id = await life.cite(*urls)
    end = life.clock.now() + FIVE_WEEKS
    told: dict[str, list[Look]] = {url: [] for url in urls}
    while True:
        looks = await life.looks(document_id)
        for url, look in looks.items():
            told[url].append(look)
        due = min(look.link.next_check_at for look in looks.values() if look.link.next_check_at)
        assert due > life.clock.now(), "something that was due has not been done"
        if due > end:
            break
        await life.pass_time(due - life.clock.now())
    return {
        one.name: Watched(one, tuple(told[url]), tuple(await life.history(url))) for url, one in urls.items()
    }


def promised_dead(history: Sequence[Observation]) -> bool:
    """Whether a link with these observations is to be dead, by the promise."""
    since: list[Observation] = []
    for seen in history:
        since = [] if seen.link_class is LinkClass.ALIVE else [*since, seen]
    for states, count, over in DEATHS:
        strikes = [seen.at for seen in since if seen.state in states]
        # Once fulfilled it stays fulfilled: later looks only add.
        if len(strikes) >= count and strikes[-1] - strikes[0] >= over:
            return True
    return False


def until(history: Sequence[Observation], moment: datetime) -> list[Observation]:
    return [seen for seen in history if seen.at <= moment]


def each(*classes: LinkClass) -> list[str]:
    """Names of the cases that are of these classes at every look."""
    return [
        one.name
        for one in ALL
        if {(one.case.expected_class if len(one.states) == 1 else _class(state)) for state in one.states}
        <= set(classes)
    ]


def _class(state: LinkState) -> LinkClass:
    return Case("", state, {}).expected_class


def new_looks(case: Watched) -> Iterator[Look]:
    """The looks at which the link itself had been fetched."""
    seen: set[datetime] = set()
    for look in case.looks:
        at = look.link.checked_at
        if at is not None and at not in seen:
            seen.add(at)
            yield look


def test_the_zoo_is_watched_whole(watched: dict[str, Watched]) -> None:
    assert len(watched) == len(ALL) >= 170
    assert set(watched) == {one.name for one in ALL}
    moments = {look.at for look in watched["article"].looks}
    assert len(moments) >= 60
    assert all(len(case.looks) == len(moments) for case in watched.values())
    assert all(case.history for case in watched.values())


@pytest.mark.parametrize("name", [one.name for one in ALL])
def test_every_look_gives_the_state_that_it_deserves(name: str, watched: dict[str, Watched]) -> None:
    case = watched[name]
    states = [seen.state for seen in case.history]
    script = case.lives.states
    wanted = [script[min(number, len(script) - 1)] for number in range(len(states))]
    assert states == wanted, [seen.reason for seen in case.history]
    if len(script) == 1:
        assert {seen.link_class for seen in case.history} == {case.lives.case.expected_class}


@pytest.mark.parametrize("name", [one.name for one in ALL])
def test_dead_at_the_look_that_the_schedule_names_and_not_before(
    name: str, watched: dict[str, Watched]
) -> None:
    case = watched[name]
    for look in case.looks:
        known = until(case.history, look.at)
        assert look.link.dead is promised_dead(known), f"{look.at}: {len(known)} looks"
        warned = bool(look.codes & WARNINGS.keys())
        assert ("link_dead" in look.codes) is (look.link.dead and not warned), f"{look.at}: {look.codes}"


@pytest.mark.parametrize("name", each(LinkClass.ALIVE, LinkClass.WALLED, LinkClass.POLICY, LinkClass.UNKNOWN))
def test_what_is_not_gone_is_never_called_so(name: str, watched: dict[str, Watched]) -> None:
    for look in watched[name].looks:
        assert not look.link.dead
        assert look.link.strikes == 0
        alarms = [
            flag.code for flag in look.flags if flag.severity == "high" and flag.code.startswith("link_")
        ]
        # A page that carries another text at every look for a week, and does not come back, is one.
        assert alarms == [] or name == "replaced-for-good"
        medium = [flag.code for flag in look.flags if flag.severity == "medium"]
        assert medium == []


@pytest.mark.parametrize("name", each(LinkClass.TRANSIENT))
def test_a_failure_that_may_pass_is_no_flag_before_it_is_dead(name: str, watched: dict[str, Watched]) -> None:
    for look in watched[name].looks:
        worse = [flag.code for flag in look.flags if flag.severity != "low"]
        assert worse == (["link_dead"] if look.link.dead else [])


@pytest.mark.parametrize(
    "name", [one.name for one in ALL if one.states[0] in DEAD_ON and len(one.states) == 1]
)
def test_what_is_gone_for_good_is_dead_on_its_day(name: str, watched: dict[str, Watched]) -> None:
    case = watched[name]
    earliest, latest = DEAD_ON[case.lives.case.state]
    dead = [look.at - case.looks[0].at for look in case.looks if look.link.dead]
    assert dead, "never dead"
    assert earliest <= dead[0] <= latest
    assert len(dead) == len([look for look in case.looks if look.at - case.looks[0].at >= dead[0]])
    warning = [code for code, state in WARNINGS.items() if state is case.lives.case.state]
    for look in case.looks:
        high = sorted(str(flag.code) for flag in look.flags if flag.severity == "high")
        assert high == (warning or (["link_dead"] if look.link.dead else []))


@pytest.mark.parametrize("name", [one.name for one in ALL if one.name.startswith(("recovers", "fails-now"))])
def test_what_recovers_in_time_never_dies_and_owes_nothing(name: str, watched: dict[str, Watched]) -> None:
    case = watched[name]
    assert not any(look.link.dead for look in case.looks)
    fine = [look for look in new_looks(case) if look.link.state is S.ALIVE]
    assert fine
    for look in fine:
        assert (look.link.strikes, look.link.first_failed_at) == (0, None)
        assert [flag.code for flag in look.flags if flag.severity != "low"] == []


def test_a_dead_link_that_comes_back_is_alive_again(watched: dict[str, Watched]) -> None:
    looks = list(new_looks(watched["dies-and-comes-back"]))
    assert [look.link.dead for look in looks[:4]] == [False, False, True, False]
    back = looks[3]
    assert (back.link.state, back.link.strikes, back.link.first_failed_at) == (S.ALIVE, 0, None)
    assert "link_dead" not in back.codes
    assert "link_not_found" not in back.codes


def test_two_pages_by_turns_are_neither_dead_nor_replaced(watched: dict[str, Watched]) -> None:
    case = watched["two-pages-by-turns"]
    assert {str(seen.state) for seen in case.history} == {"alive"}
    assert len(case.history) >= 5
    assert not any("link_replaced" in look.codes or look.link.dead for look in case.looks)


def test_a_page_replaced_for_good_is_told_so_once_it_has_been_for_a_week(watched: dict[str, Watched]) -> None:
    looks = list(new_looks(watched["replaced-for-good"]))
    told = ["link_replaced" in look.codes for look in looks]
    assert told[:2] == [False, False]
    assert told.index(True) == 3, "looked at again after 3 days, twice"
    assert all(told[3:])
    assert looks[3].at - looks[1].at == 6 * DAY
    assert {look.link.state for look in looks} == {S.ALIVE}


def test_a_wall_in_between_neither_kills_nor_clears(watched: dict[str, Watched]) -> None:
    case = watched["walled-between-404s"]
    assert not any(look.link.dead for look in case.looks)
    assert case.looks[-1].codes >= {"source_walled"}
    assert "link_dead" not in case.looks[-1].codes


def test_failures_of_different_kinds_on_the_wire_count_together(watched: dict[str, Watched]) -> None:
    case = watched["one-failure-after-another"]
    dead = [look.at - case.looks[0].at for look in case.looks if look.link.dead]
    assert 14 * DAY <= dead[0] <= 16 * DAY
