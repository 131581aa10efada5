"""Words of dates in English, Serbian (both scripts), Russian, German and French.

One table for all five: documents quote one another's languages, and the few words that mean two things
are told apart by their capital letter or by what stands beside them.
"""

from types import MappingProxyType

_MONTHS = (
    "january jan januar januara januaru jänner janvier janv јануар јануара јануару январь января январе",
    "february feb februar februara februaru feber février fevrier févr фебруар фебруара фебруару "
    "февраль февраля феврале",
    "march mar mart marta martu märz mars март марта марту марте",
    "april apr aprila aprilu avril avr април априла априлу апрель апреля апреле",
    "may maj maja maju mai мај маја мају май мая мае",
    "june jun juna junu juni juin јун јуна јуну јуни июнь июня июне",
    "july jul jula julu juli juillet juil јул јула јулу јули июль июля июле",
    "august aug avgust avgusta avgustu août aout август августа августу августе",
    "september sept sep septembar septembra septembru septembre септембар септембра септембру "
    "сентябрь сентября сентябре",
    "october oct oktobar oktobra oktobru oktober okt octobre октобар октобра октобру октябрь октября октябре",
    "november nov novembar novembra novembru novembre новембар новембра новембру ноябрь ноября ноябре",
    "december dec decembar decembra decembru dezember dez décembre decembre déc "
    "децембар децембра децембру декабрь декабря декабре",
)
MONTHS = MappingProxyType({word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()})
CAPITAL_ONLY = frozenset({"may", "march", "mar"})  # everyday words or names in lower case
TO = r"(?:\s?[-–—‒]\s?|\s+(?:to|and|through|thru|until|till|und|bis(?:\s+zum)?|do|i|al|до|и|по|au|et)\s+)"
_BEFORE_MONTH = (
    "in since until by during last this early late mid from of throughout before after "
    "u od do tokom krajem početkom sredinom у од до током крајем почетком средином прошлог "
    "в с до к за прошлом конце начале середине im seit bis ende anfang mitte letzten vergangenen "
    "en depuis dès fin début courant"
)
IN_MONTH = tuple(_BEFORE_MONTH.split())
_CASES = (
    "januaru februaru martu aprilu maju junu julu avgustu septembru oktobru novembru decembru "
    "јануару фебруару марту априлу мају јуну јулу августу септембру октобру новембру децембру "
    "январе феврале апреле июне июле августе сентябре октябре ноябре декабре"
)
MONTH_CASES = frozenset(
    _CASES.split()
)  # cases that say "in that month" where a preposition stands before them
YEAR_WORD = r"(?:\.?\s?(?:г\.|гг\.|года|году|год|godine|godini|god\.|г|године|години)(?!\w))"
NUMBERS = MappingProxyType(
    {
        word: number
        for number, words in enumerate(
            (
                "one a an un une jedan jednu jedna један једну ein eine einem einer один одну",
                "two dva dve dvije два две deux zwei",
                "three tri три trois drei",
                "four četiri четири quatre vier четыре",
                "five pet пет cinq fünf пять",
                "six šest шест sechs шесть",
                "seven sedam седам sept sieben семь",
                "eight osam осам huit acht восемь",
                "nine devet девет neuf neun девять",
                "ten deset десет dix zehn десять",
            ),
            1,
        )
        for word in words.split()
    }
)
# What each says of the document's own day, as (first, last) days from it.
DEICTIC = (
    (r"yesterday|juče|jučer|јуче|вчера|gestern|hier", (-1, -1)),
    (r"today|danas|данас|сегодня|heute|aujourd['’]hui", (0, 0)),
    (r"earlier this week|this week|ove (?:nedelje|sedmice)|ове (?:недеље|седмице)|на этой неделе|"
     r"diese(?:r)? Woche|cette semaine", (-7, 0)),
    (r"last week|past week|prošle (?:nedelje|sedmice)|прошле (?:недеље|седмице)|на прошлой неделе|"
     r"letzte[rn]? Woche|vergangene[rn]? Woche|la semaine (?:dernière|passée)", (-14, -1)),
    (r"(?:earlier )?this month|ovog meseca|овог месеца|в этом месяце|diese[ns] Monats?|ce mois-ci", (-31, 0)),
    (r"last month|past month|prošlog meseca|прошлог месеца|в прошлом месяце|letzte[nr] Monats?|"
     r"vergangene[nr] Monats?|le mois dernier", (-62, -1)),
    (r"(?:earlier )?this year|ove godine|ове године|в этом году|dieses Jahr|in diesem Jahr|cette année",
     (-366, 0)),
    (r"last year|prošle godine|прошле године|в прошлом году|letztes Jahr|im vergangenen Jahr|"
     r"l['’]an(?:née)? derni(?:er|ère)", (-731, -1)),
    (r"recently|nedavno|недавно|kürzlich|récemment", (-183, 0)),
)  # fmt: skip
ONLY_FRENCH = frozenset({"hier"})  # "here" in German
WEEKDAYS = (
    r"(?:[Oo]n|[Ll]ast|[Tt]his) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"[Uu] (?:ponedeljak|utorak|sredu|četvrtak|petak|subotu|nedelju)|"
    r"[Уу] (?:понедељак|уторак|среду|четвртак|петак|суботу|недељу)|"
    r"[Вв]о? (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|"
    r"[Aa]m (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)|"
    r"(?:[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ss]amedi|[Dd]imanche) dernier"
)
# Told from another event, not from the document's day: nothing to compare, but worth knowing it is there.
ANAPHORIC = (
    r"(?:(?:just )?(?:a few|few|several|some|\w+) (?:day|week|month|year)s? (?:later|earlier|before|after))|"
    r"the (?:day|week|month|year) (?:before|after)|the (?:next|following|previous) (?:day|week|month|year)|"
    r"\w+ (?:dana|nedelja|nedelje|meseci|meseca|godina|godine) (?:kasnije|ranije)|"
    r"\w+ (?:дана|недеља|недеље|месеци|месеца|година|године) (?:касније|раније)|"
    r"\w+ (?:дней|дня|недель|недели|месяцев|месяца|лет|года) спустя|"
    r"\w+ (?:Tage|Wochen|Monate|Jahre) (?:später|zuvor|danach)|"
    r"\w+ (?:jours|semaines|mois|ans) (?:plus tard|plus tôt|auparavant)"
)
AGO = (
    r"(?P<count>\w+) (?P<unit>day|week|month|year)s? ago|"
    r"(?:pre|пре) (?P<count_sr>\w+) (?P<unit_sr>dan|nedelj|mesec|godin|дан|недељ|месец|годин)\w*|"
    r"(?P<count_ru>\w+) (?P<unit_ru>дн|недел|месяц|год|лет)\w* назад|"
    r"vor (?P<count_de>\w+) (?P<unit_de>Tag|Woche|Monat|Jahr)\w*|"
    r"il y a (?P<count_fr>\w+) (?P<unit_fr>jour|semaine|mois|an)s?"
)
UNIT_DAYS = MappingProxyType(
    {
        "day": 1, "dan": 1, "дан": 1, "дн": 1, "tag": 1, "jour": 1,
        "week": 7, "nedelj": 7, "недељ": 7, "недел": 7, "woche": 7, "semaine": 7,
        "month": 31, "mesec": 31, "месец": 31, "месяц": 31, "monat": 31, "mois": 31,
        "year": 366, "godin": 366, "годин": 366, "год": 366, "лет": 366, "jahr": 366, "an": 366,
    }
)  # fmt: skip
