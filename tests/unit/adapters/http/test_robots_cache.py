from datetime import UTC, datetime, timedelta

from citecheck.adapters.http import Target, parse_target
from citecheck.adapters.http.robots import ALLOW_ALL, parse_robots
from citecheck.adapters.http.robots_cache import ROOM, RobotsCache, Rules

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def target(number: int) -> Target:
    found = parse_target(f"http://host-{number}.example/")
    assert isinstance(found, Target)
    return found


def test_rules_hold_until_their_time_is_over() -> None:
    cache = RobotsCache()
    rules = Rules(ALLOW_ALL, NOW + DAY)
    cache.keep(target(1), rules)
    assert cache.known(target(1), NOW) is rules
    assert cache.known(target(1), NOW + DAY) is None
    assert cache.known(target(2), NOW) is None


def test_the_oldest_go_when_rules_take_too_much_room() -> None:
    text = b"User-agent: *\n" + b"".join(b"Disallow: /%d%s\n" % (n, b"a" * 1_900) for n in range(250))
    large = parse_robots(text, "citecheck")
    cache = RobotsCache()
    hosts = ROOM // large.size + 20
    for number in range(hosts):
        cache.keep(target(number), Rules(large, NOW + DAY))
        cache.keep(target(number), Rules(large, NOW + DAY))  # again: counted once
    kept = [number for number in range(hosts) if cache.known(target(number), NOW)]
    assert kept == list(range(hosts - len(kept), hosts))
    assert 0 < len(kept) * large.size <= ROOM < (len(kept) + 1) * large.size
