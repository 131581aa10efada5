from hypothesis import given
from hypothesis import strategies as st

from citecheck.text import fold, russian_to_latin, serbian_to_cyrillic, serbian_to_latin

_LETTERS = "абвгдђежзијклљмнњопрстћуфхцчџш"
_SPLIT_PAIRS = ("лј", "нј", "дж")  # two letters that read back as one


@given(
    st.text(alphabet=_LETTERS + " ", max_size=60).filter(
        lambda text: not any(p in text for p in _SPLIT_PAIRS)
    )
)
def test_serbian_there_and_back(text):
    assert serbian_to_cyrillic(serbian_to_latin(text)) == text


def test_two_letters_stay_two_where_serbian_says_so():
    assert serbian_to_cyrillic("injekcija, nadživeti, konjunktura") == "инјекција, надживети, конјунктура"


def test_capitals():
    assert serbian_to_latin("Љубав ЉУБАВ Џеп") == "Ljubav LJUBAV Džep"
    assert russian_to_latin("Щукин и Хрущёв") == "Shchukin i Khrushchev"


def test_both_scripts_fold_alike():
    assert fold("Ђинђић") == fold("Đinđić") == "djindjic"
    assert fold("Вучић") == fold("VUČIĆ") == "vucic"


def test_fold_drops_diacritics_of_other_languages():
    assert fold("Łódź Straße Élysée") == "lodz strasse elysee"
    assert fold("Ǣ") == fold("Æ") == "ae"
    assert fold("Ѝ") == fold("И") == "i"


@given(st.text(max_size=80), st.text(max_size=80))
def test_fold_is_stable(one, other):
    assert fold(fold(one)) == fold(one)


@given(st.text(alphabet=st.characters(max_codepoint=0x4FF, categories=["L", "N", "Z"]), max_size=40))
def test_fold_gives_no_capitals(text):
    assert fold(text) == fold(text).lower()
