"""Links that must be watched to be understood: what they answer changes, or their name does."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.badweb.server import CLOSED, Behaviour, Connection, Seen, answer, hangs, in_turn, resets, sends
from tests.badweb.world import LiteralResolver
from tests.badweb.zoo import DEEP, Case, here
from tests.badweb.zoo_pages import ARTICLE, FRONT, TITLE, article, html, message, ok

from citecheck.model import LinkClass, LinkState, Resolution

S = LinkState
NOT_FOUND = ok(message("Page not found", "Page not found", "The page does not exist."), status=404)
GONE = ok(message("Page not found", "Page not found", "The page does not exist."), status=410)
FAULT = ok(message("Error", "Something went wrong", "Please try again later."), status=500)
SOFT = ok(message("Page not found", "Page not found", "Sorry, that page could not be found."))
SILENT, CUT = hangs(), resets()
CLOSES = sends(b"", then=CLOSED)
HOME = sends(answer(302, b"", [("Location", "/")]))
WALL = ok(html("403 Forbidden", "<h1>Forbidden</h1>"), status=403)
OTHER = (
    "Twelve boats came back to the quay with nets that weighed less than in any spring since the counting "
    "began, and the cooperative asked its members to leave the shoals near the light alone until June.",
    "Biologists blame warm water, skippers blame trawlers from farther south, and the harbour master keeps "
    "his opinion to himself while he writes down what each crew reports about depth, hour and current.",
    "Prices at the morning auction rose by a third within two weeks, yet fewer crates were sold altogether, "
    "because restaurants began to offer mussels and pollack instead of what their guests had asked for.",
    "A meeting of all crews is called for the first Sunday of next month, in the hall above the chandler's, "
    "where ballots will decide whether the closed season begins earlier than the ministry has proposed.",
)
HERRING = ok(article("Fishermen count fewer herring again", *OTHER))


@dataclass(frozen=True)
class Lives:
    """A case with the states it goes through, look by look; the last one stays."""

    case: Case
    states: tuple[LinkState, ...]

    @property
    def name(self) -> str:
        return self.case.name


def lives(name: str, *looks: tuple[LinkState, Behaviour]) -> Lives:
    """A page that answers each look in its own way."""
    case = here(name, looks[0][0], in_turn(*(behaviour for _, behaviour in looks)))
    return Lives(case, tuple(state for state, _ in looks))


def times(count: int, state: LinkState, behaviour: Behaviour) -> list[tuple[LinkState, Behaviour]]:
    return [(state, behaviour)] * count


def changing() -> tuple[Lives, ...]:
    """Cases whose answers differ from look to look, built anew."""
    fine, silent, cut = (S.ALIVE, ARTICLE), (S.TIMEOUT, SILENT), (S.RESET, CUT)
    return (
        lives("recovers-from-404", *times(2, S.NOT_FOUND, NOT_FOUND), fine),
        lives("recovers-from-soft-404", *times(2, S.SOFT_404, SOFT), fine),
        lives("recovers-from-home", *times(2, S.REDIRECT_HOME, HOME), fine),
        lives("recovers-from-410", (S.GONE, GONE), fine),
        lives("recovers-from-silence", *times(4, S.TIMEOUT, SILENT), fine),
        lives("recovers-from-resets", *times(7, S.RESET, CUT), fine),
        lives("recovers-from-faults", *times(7, S.SERVER_ERROR, FAULT), fine),
        lives("fails-now-and-then", *(3 * [*times(2, S.NOT_FOUND, NOT_FOUND), fine])),
        lives("walled-between-404s", *times(2, S.NOT_FOUND, NOT_FOUND), (S.FORBIDDEN, WALL)),
        lives("one-failure-after-another", silent, cut, (S.EMPTY_REPLY, CLOSES), silent, cut),
        lives("dies-and-comes-back", *times(3, S.NOT_FOUND, NOT_FOUND), fine),
        lives("two-pages-by-turns", *(10 * [fine, (S.ALIVE, HERRING)])),
        lives("replaced-for-good", fine, (S.ALIVE, HERRING)),
        lives("edited-a-little", fine, (S.ALIVE, ok(article(TITLE + ", says council")))),
        lives("alive-then-dies", fine, (S.NOT_FOUND, NOT_FOUND)),
        lives("alive-then-walled", fine, (S.FORBIDDEN, WALL)),
        lives("alive-then-home", fine, (S.REDIRECT_HOME, HOME)),
    )  # fmt: skip


class ByEtag:
    """A page with an ETag: 304 to whoever has it. `body` may be changed without changing the ETag."""

    def __init__(self, body: bytes, etag: str = '"one"') -> None:
        self.body, self.etag = body, etag
        self.answers_304 = True

    async def __call__(self, connection: Connection, seen: Seen) -> bool:
        headers = [("Content-Type", "text/html; charset=utf-8"), ("ETag", self.etag)]
        if self.answers_304 and seen.header("if-none-match") == self.etag:
            await connection.send(answer(304, b"", headers, length=None), seen)
        else:
            await connection.send(answer(200, self.body, headers), seen)
        return True


def _answers(*failures: str | None) -> Sequence[Resolution]:
    return [
        Resolution((), failure, f"scripted: {failure}") if failure else Resolution(("127.0.0.1",), None)
        for failure in failures
    ]


NAMES: dict[str, tuple[tuple[str | None, ...], tuple[LinkState, ...]]] = {
    # what looking a name up gives, look by look, and the states
    "name-gone": (("nxdomain",), (S.DNS_GONE,)),
    "name-without-address": (("no_address",), (S.DNS_GONE,)),
    "name-server-fails": (("servfail",), (S.DNS_TRANSIENT,)),
    "name-server-silent": (("timeout",), (S.DNS_TRANSIENT,)),
    "name-comes-back": (("nxdomain", "nxdomain", None), (S.DNS_GONE, S.DNS_GONE, S.ALIVE)),
}


def named(resolver: LiteralResolver) -> tuple[Lives, ...]:
    """Cases of names that cannot be looked up; `resolver` learns of them."""
    found = []
    for name, (failures, states) in NAMES.items():
        case = here(name, states[0], ARTICLE)
        found.append(Lives(case, states))
        resolver.answers(case.host, *_answers(*failures))
    return tuple(found)


__all__ = ["DEEP", "FRONT", "ByEtag", "LinkClass", "Lives", "changing", "named"]
