from tests.flows.conftest import World

from citecheck.flows.pair import pair


async def test_a_document_deleted_since_it_was_queued_is_let_be(world: World) -> None:
    document = await world.add("The council paid for [the bridge](https://bridge.example/first).\n")
    await world.tools.catalog.delete_document(document)
    assert await pair(document, world.tools) == 0
