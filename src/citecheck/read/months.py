"""Month names as pages write them, in the languages that use a calendar of twelve names."""

from functools import cache
from types import MappingProxyType

# Per language: twelve entries, the forms of one month separated by "/"; abbreviations without the full
# stop. Names that several languages share need not be repeated.
_NAMES = MappingProxyType(
    {
        "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
        "september/sept/sep october/oct november/nov december/dec",
        "de": "januar/jänner/jän februar/feber märz/maerz/mär/mrz april mai juni juli august september "
        "oktober/okt november dezember/dez",
        "fr": "janvier/janv février/fevrier/févr/fév/fevr mars avril/avr mai juin juillet/juil août/aout "
        "septembre octobre novembre décembre/decembre/déc",
        "es": "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre/set "
        "octubre noviembre diciembre/dic",
        "it": "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre "
        "ottobre/ott novembre dicembre",
        "pt": "janeiro fevereiro/fev março abril maio/mai junho julho agosto setembro outubro/out "
        "novembro dezembro",
        "nl": "januari februari maart/mrt april mei juni juli augustus september oktober november december",
        "sv": "januari februari mars april maj juni juli augusti september oktober november december",
        "da": "januar februar marts april maj/mai juni juli august september oktober november december/des",
        "fi": "tammikuu/tammikuuta helmikuu/helmikuuta maaliskuu/maaliskuuta huhtikuu/huhtikuuta "
        "toukokuu/toukokuuta kesäkuu/kesäkuuta heinäkuu/heinäkuuta elokuu/elokuuta syyskuu/syyskuuta "
        "lokakuu/lokakuuta marraskuu/marraskuuta joulukuu/joulukuuta",
        "pl": "stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja/maj "
        "czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz "
        "października/październik/paź listopada/listopad/lis grudnia/grudzień/gru",
        "cs": "ledna/leden února/únor března/březen dubna/duben května/květen června/červen "
        "července/červenec srpna/srpen září října/říjen listopadu prosince/prosinec",
        "sk": "januára február/februára marec/marca apríla/apríl mája/máj júna/jún júla/júl augusta "
        "septembra októbra/október novembra decembra",
        "hu": "január február/febr március/márc április/ápr május/máj június/jún július/júl "
        "augusztus/aug szeptember/szept október november december",
        "ro": "ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie octombrie "
        "noiembrie/noi decembrie",
        "hr": "siječnja/siječanj veljače/veljača ožujka/ožujak travnja/travanj svibnja/svibanj "
        "lipnja/lipanj srpnja/srpanj kolovoza/kolovoz rujna/rujan listopada/listopad studenoga/studeni "
        "prosinca/prosinac",
        "sr": "januar/januara februar/februara mart/marta april/aprila maj/maja jun/juna/juni jul/jula/juli "
        "avgust/avgusta septembar/septembra oktobar/oktobra novembar/novembra decembar/decembra",
        "sr-cyrl": "јануар/јануара фебруар/фебруара март/марта април/априла мај/маја јун/јуна јул/јула "
        "август/августа септембар/септембра октобар/октобра новембар/новембра децембар/децембра",
        "sl": "januar/januarja februar/februarja marec/marca april/aprila maj/maja junij/junija "
        "julij/julija avgust/avgusta september/septembra oktober/oktobra november/novembra "
        "december/decembra",
        "ru": "января/январь/янв февраля/февраль/фев/февр марта/март/мар апреля/апрель/апр мая/май "
        "июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт "
        "ноября/ноябрь/ноя/нояб декабря/декабрь/дек",
        "uk": "січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/кві "
        "травня/травень/тра червня/червень/чер липня/липень/лип серпня/серпень/сер вересня/вересень/вер "
        "жовтня/жовтень/жов листопада/листопад/лис грудня/грудень/гру",
        "bg": "януари/ян февруари март април май юни юли август септември/септ октомври ноември декември",
        "tr": "ocak/oca şubat/şub mart nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu eylül/eyl "
        "ekim/eki kasım/kas aralık/ara",
        "el": "ιανουαρίου/ιανουάριος/ιαν φεβρουαρίου/φεβρουάριος/φεβ μαρτίου/μάρτιος/μαρ "
        "απριλίου/απρίλιος/απρ μαΐου/μάιος/μαϊ ιουνίου/ιούνιος/ιουν ιουλίου/ιούλιος/ιουλ "
        "αυγούστου/αύγουστος/αυγ σεπτεμβρίου/σεπτέμβριος/σεπ οκτωβρίου/οκτώβριος/οκτ "
        "νοεμβρίου/νοέμβριος/νοε δεκεμβρίου/δεκέμβριος/δεκ",
        "lt": "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio "
        "gruodžio",
        "lv": "janvāris/janvārī februāris/februārī marts/martā aprīlis/aprīlī maijs/maijā jūnijs/jūnijā "
        "jūlijs/jūlijā augusts/augustā septembris/septembrī oktobris/oktobrī novembris/novembrī "
        "decembris/decembrī",
        "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
        "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
        "id": "januari februari maret april mei juni juli agustus september oktober november desember",
        "ar": "يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر",
        "he": "ינואר/בינואר פברואר/בפברואר מרץ/במרץ אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי "
        "אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר",
    }
)


@cache
def months() -> dict[str, int]:
    """Every form in lower case with its month, 1 to 12. Forms that mean two months ("lis" is Polish
    for November, "listopad" Croatian for October) keep the meaning listed first."""
    table: dict[str, int] = {}
    for names in _NAMES.values():
        for month, forms in enumerate(names.split(), 1):
            for form in forms.split("/"):
                table.setdefault(form, month)
    return table


@cache
def months_of(language: str) -> dict[str, int]:
    """The forms of one language (ISO 639-1), for forms that mean different months elsewhere."""
    names = _NAMES.get(language, "")
    return {form: month for month, forms in enumerate(names.split(), 1) for form in forms.split("/")}
