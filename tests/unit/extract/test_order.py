from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.extract.clues import FEATURES, ListedUrl, features
from citecheck.extract.order import best_path
from citecheck.extract.slug import read_slug
from citecheck.extract.weights import ORDERED, UNORDERED

SENTENCES = (
    "The council closed the old bridge after the storm.",
    "Farmers sold twice as much cheese to Norway.",
    "A court in Lisbon freed the two sailors.",
    "The observatory found a comet with three tails.",
    "Teachers went on strike for smaller classes.",
)
URLS = (
    "https://a.example/old-bridge-closed-after-storm",
    "https://a.example/norwegians-eat-more-cheese",
    "https://a.example/lisbon-court-frees-sailors",
    "https://a.example/comet-with-three-tails-found",
    "https://a.example/teachers-strike-over-classes",
)


def _path(urls):
    return best_path(features(SENTENCES, [ListedUrl(read_slug(url)) for url in urls]))


def test_every_weight_has_its_feature():
    assert len(ORDERED.clues) == len(UNORDERED.clues) == len(FEATURES)


def test_a_list_in_the_order_of_the_text():
    path = _path(URLS)
    assert path.chosen == (0, 1, 2, 3, 4)
    assert path.ordered


def test_a_list_in_reverse_is_seen_not_to_follow_the_text():
    path = _path(URLS[::-1])
    assert path.chosen == (4, 3, 2, 1, 0)
    assert not path.ordered


def test_a_url_without_words_lands_between_its_neighbours():
    path = _path((*URLS[:2], "https://a.example/x1f9", *URLS[3:]))
    assert path.chosen == (0, 1, 2, 3, 4)


def test_slugs_read_demonyms_nicknames_and_umlauts():
    assert (
        read_slug("https://a.example/ric-in-serbia").words
        == read_slug("https://a.example/Richard_in_Serbian").words
    )
    assert (
        read_slug("https://a.example/ueber-groesse").words == read_slug("https://a.example/über-größe").words
    )


def test_slugs_leave_ids_out():
    assert read_slug("https://www.paper.co.uk/2019/05/a533674/Harbour-news.html?nav_id=105934").words == (
        "harbour",
    )
    assert read_slug("https://www.paper.co.uk/").host == "paper"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(URLS) | st.just("https://b.example/"), min_size=1, max_size=8))
def test_beliefs_are_probabilities(urls):
    path = _path(tuple(urls))
    assert len(path.chosen) == len(path.beliefs) == len(urls)
    for belief, chosen in zip(path.beliefs, path.chosen, strict=True):
        assert abs(sum(belief) - 1) < 1e-6
        assert belief[chosen] == max(belief)
