"""One key for the forms a name takes: peoples and countries, nicknames, inflected words."""

from functools import lru_cache

# country or place: adjectives, peoples, and the names other languages use in their common forms (folded)
_PLACES = """
serbia serbian serbians serb serbs srbija srbije srbiji srbiju srpski srpska srpske srpskog serbija serbii
russia russian russians rus rusija rusije rusiji rusiju ruski ruska ruske ruskog rossija rossii russland
america american americans usa us unitedstates amerika amerike americki americka ameriki ssa
britain british britons uk unitedkingdom england english britanija britanije britanski
france french frankreich francuska francuske francuski francija francii
germany german germans deutschland deutsch deutsche nemacka nemacke nemacki njemacka germanija germanii
italy italian italians italija italije italien
spain spanish spaniards spaniens spanija spanije
china chinese kina kine kineski kitaj kitaja chinas
japan japanese japans
kosovo kosovar kosovars kosova kosovski
albania albanian albanians albanija albanije albanski
macedonia macedonian macedonians makedonija makedonije makedonski
croatia croatian croatians croat croats hrvatska hrvatske hrvatski
bosnia bosnian bosnians bosniak bosniaks bosna bosne bosanski
montenegro montenegrin montenegrins crnagora
slovenia slovenian slovene slovenes slovenija slovenije
hungary hungarian hungarians madjarska madjarske madjarski orban
bulgaria bulgarian bulgarians bugarska bugarske
romania romanian romanians rumunija rumunije
greece greek greeks grcka grcke
turkey turkish turks turkiye turska turske turcija turcii
ukraine ukrainian ukrainians ukrajina ukrajine ukraina ukrainy ukrainski
poland polish poles poljska poljske polska
israel israeli israelis izrael
palestine palestinian palestinians palestina
syria syrian syrians sirija sirije
iran iranian iranians
iraq iraqi iraqis irak
india indian indians indija indije
pakistan pakistani pakistanis
canada canadian canadians kanada
mexico mexican mexicans meksiko
brazil brazilian brazilians brasil
argentina argentine argentinian argentinians
australia australian australians
sweden swedish swedes svedska
norway norwegian norwegians norveska
denmark danish danes danska
finland finnish finns finska
netherlands dutch holland holandija
belgium belgian belgians belgija
austria austrian austrians austrija oesterreich osterreich
switzerland swiss schweiz suisse svajcarska
ireland irish irlanda
scotland scottish scots
wales welsh
korea korean koreans koreja
vietnam vietnamese
europe european europeans evropa evrope evropski evropska eu evrope evropy
africa african africans afrika afrike
asia asian asians azija
belgrade beograd beograda beogradu belgradu
moscow moskva moskve moskvi moskvy
brussels brisel brisela bruxelles brussel
vienna bec beca wien
kremlin kremlja kremlya
nato nato-a
un unitednations un-a oun
"""
_NICKNAMES = """
richard ric rick dick rich
william bill will billy
robert bob rob bobby
james jim jimmy
john jack johnny
joseph joe joey
michael mike mick
edward ed ted eddie
thomas tom tommy
charles charlie chuck
daniel dan danny
david dave
donald don
elizabeth liz beth betty
james jamie
katherine kate kathy catherine kathryn
kenneth ken
lawrence larry
margaret maggie peggy meg
matthew matt
nicholas nick
patricia pat patty
peter pete
ronald ron
samuel sam
stephen steve steven
susan sue
timothy tim
anthony tony
andrew andy
alexander alex sasha sasa aleksandar aleksandr
vladimir vova volodymyr
benjamin ben
bernard bernie
christopher chris
gregory greg
jeffrey jeff
jennifer jen
jonathan jon
rebecca becky
theodore teddy
zachary zach
"""
_ENDINGS = (
    ("ies", "y"), ("sses", "ss"), ("ing", ""), ("edly", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", ""),
)  # fmt: skip


def _keys(table: str) -> dict[str, str]:
    keys: dict[str, str] = {}
    for line in table.split("\n"):
        words = line.split()
        keys.update({word: words[0] for word in words if word not in keys})
    return keys


_KEYS = _keys(_NICKNAMES) | _keys(_PLACES)


@lru_cache(maxsize=65_536)
def name_key(word: str) -> str:
    """The key of a folded word: "serbian" and "srbija" give "serbia", "ric" gives "richard".

    Words that are no such name lose their English ending, so that "talks" and "talk" are one.
    """
    known = _KEYS.get(word)
    if known is not None:
        return known
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            stem = word[: len(word) - len(ending)] + instead
            return _KEYS.get(stem, stem.removesuffix("e") if len(stem) > 4 else stem)
    return word.removesuffix("e") if len(word) > 4 else word


def same_word(one: str, other: str) -> bool:
    """Whether two keys are one word in different inflections: most of the longer one is shared."""
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    if shorter < 5 or longer - shorter > 4:
        return False
    shared = max(5, longer - 3)
    return shorter >= shared and one[:shared] == other[:shared]
