"""Which query parameters follow readers around and say nothing about the page.

A parameter that may choose the page is kept: a dropped page is worse than a kept tracker. That is why
words such as `ref`, `source`, `id` or `page` count only where their value gives them away.
"""

import re
from urllib.parse import unquote_plus

from citecheck.model import Publisher

_PREFIXES = (
    "utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "oly_", "vero_", "_hs", "__hs", "mkt_tok", "mc_",
    "ns_", "at_campaign", "at_medium", "at_custom", "at_link_", "itm_", "wt_mc", "wt_zmc", "trk_",
    "ga_source", "ga_medium", "ga_campaign", "ga_content", "ga_term", "sc_cmp", "sb_referer",
)  # fmt: skip
_TRACKERS = (
    "fbclid gclid dclid gclsrc gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh "
    "epik rdt_cid scid_click _ga _gl _openstat yadclid admitad_uid zanpid wickedid awc rb_clid "
    "s_kwcid ef_id ncid cmpid xtor smid smtyp ocid ito ico cvid cds spm scm campaign_id mibextid "
    "fb_action_ids fb_action_types fb_ref fb_source ftag ftcamp guccounter guce_referrer "
    "guce_referrer_sig soc_src soc_trk tsrc __twitter_impression partner_id_click echobox "
    "sfnsn sh_kit taid mod_campaign ref_src ref_url s_cid icid intcmp int_cmp "
    "int_source int_medium int_campaign _branch_match_id _branch_referrer trkcampaign "
    "feature_share recip_id mkwid pcrid vgo_ee syclid cx_testid cx_testvariant cx_artpos"
)
_NAMES = frozenset(_TRACKERS.split())
# Names that often choose the page; only with a value that names a channel do they track.
_AMBIGUOUS = "ref src source from via cmp campaign feature share sharetype referrer referer partner p1"
_BY_VALUE = frozenset(_AMBIGUOUS.split())
_CHANNEL = re.compile(
    r"(?:rss|feed|feedly|newsletter|email|e-mail|mail|twitter|tw|twsrc.*|fb|facebook|whatsapp|telegram|social|"
    r"sharebar|share|youtu\.be|hp(?:[_-].+)?|homepage|top-stories.*|rhlf-.+|google_news.*|linkedin|reddit|"
    r"push|live|t\.co|amp|android|ios)",
    re.IGNORECASE,
)


def is_tracker(name: str, value: str, publisher: Publisher) -> bool:
    """Whether the (still percent-encoded) query parameter tracks readers at this publisher."""
    plain = unquote_plus(name).lower()
    if plain in publisher.keep_params:
        return False
    if plain in _NAMES or plain.startswith(_PREFIXES):
        return True
    return plain in _BY_VALUE and _CHANNEL.fullmatch(unquote_plus(value)) is not None


def split_query(query: str) -> list[tuple[str, str, str]]:
    """The query's fields in order as (name, value, verbatim), all still percent-encoded."""
    fields = []
    for verbatim in query.split("&"):
        if verbatim:
            name, _, value = verbatim.partition("=")
            fields.append((name, value, verbatim))
    return fields


def without_trackers(query: str, publisher: Publisher) -> str:
    """The query without its trackers; what stays keeps its order and its spelling."""
    return "&".join(
        verbatim for name, value, verbatim in split_query(query) if not is_tracker(name, value, publisher)
    )


def tracking_parameters(url: str, publisher: Publisher) -> tuple[str, ...]:
    """The names of the trackers in `url`'s query, decoded, in order, each once."""
    _, mark, rest = url.partition("?")
    if not mark:
        return ()
    found = (
        unquote_plus(name)
        for name, value, _ in split_query(rest.partition("#")[0])
        if is_tracker(name, value, publisher)
    )
    return tuple(dict.fromkeys(found))
