"""Word lists: the closed classes that taking claims apart needs."""

# Words that say nothing by themselves: English first, then Serbian, Russian, German and French.
GRAMMAR_WORDS = """
a an the this that these those and or but nor so if then than as at by for from in into of off on
onto out over to up upon with within without about after before during between under through against
among is are was were be been being am do does did done have has had having will would shall should
can could may might must it its he his him himself she her hers herself they their them themselves
we our you your i me my who whom whose which what when where why how there here also not no only
very too such same other another each any all both some more most much many few own just while
because until since per via s t ll ve re d m i u na se je su da za od do sa koji koja koje ali kao
biti и в на с по к о из от за не что как это он она они был была были но у же а то для der das
und ist im den von zu mit ein eine le la les des du et en un une est que qui dans
"""

# Families of words that stand for one another, parted by "|": irregular forms, a people and its
# country, near synonyms of news language.
KIN = """
be was were been|begin began begun|become became|break broke broken|bring brought|build built|buy
bought|catch caught|choose chose chosen|come came|cut|die died dead death dying|do did done|draw
drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt|fight fought|find found|fly
flew flown flight|get got gotten|give gave given gift|go went gone|grow grew grown growth|have
had|hear heard|hold held|keep kept|know knew known|lead led|leave left|lie lay|lose lost loss|make
made|marry married marriage|mean meant|meet met meeting|pay paid|rise rose risen|run ran|say
said|see saw seen|sell sold sale|send sent|set|show showed shown|shoot shot|sing sang sung|sit
sat|speak spoke spoken speech|spend spent|stand stood|steal stole stolen|swim swam|take took
taken|teach taught|tell told|think thought|throw threw thrown|understand understood|wear wore
worn|win won winner victory|write wrote written writer|film movie|city town|kill killed|man
men|woman women|child children kid|person people|foot feet|first 1st|second 2nd|third 3rd|company
firm|song track single|record recorded|purchase acquire acquisition|author writer|born birth|start
started begin|murder killed|us usa america american|uk britain british|france french|netherlands
dutch|spain spanish|denmark danish|greece greek|poland polish|turkey turkish|wales welsh|ireland
irish|scotland scottish scots|england english|switzerland swiss|sweden swedish|germany german|japan
japanese|china chinese|russia russian|serbia serbian serb|croatia croatian croat|hollywood film|tv
television|okay ok|mum mother mom|dad father|wife married|husband married|doctor dr|saint st|mount
mt|versus vs|percent percentage|september sept sep|october oct|november nov|december dec|january
jan|february feb|march mar|april apr|august aug|june jun|july jul|one 1|two 2 twice|three 3|
four 4|five 5|six 6|seven 7|eight 8|nine 9|ten 10|eleven 11|twelve 12|dozen 12|twenty 20|thirty 30|
want demand seek|pay salary wage|call urge appeal|fall drop decline decrease|rise increase grow|
ask request|announce declare|talk negotiation|vote ballot|attack strike|police officer
"""

NAME_JOINTS = "of the and de la le von van der al bin ibn for du da di"
# Capitalised in English without being names.
CALENDAR_WORDS = """
january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday
"""
ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
# Languages that write 2,5 for two and a half.
COMMA_DECIMAL = "sr hr bs ru uk de fr es it pt pl cs sk sl mk bg tr nl ro da sv nb fi"
# One month a line, January first; in each line the English name first.
MONTHS = """
january jan januar januara јануар јануара января janvier
february feb februar februara фебруар фебруара февраля février
march mar mart marta март марта märz mars
april apr aprila април априла апреля avril
may maj maja мај маја мая mai
june jun juna јун јуна июня juni juin
july jul jula јул јула июля juli juillet
august aug avgust avgusta август августа août
september sep sept septembar septembra септембар септембра сентября septembre
october oct oktobar oktobra октобар октобра октября oktober octobre
november nov novembar novembra новембар новембра ноября novembre
december dec decembar decembra децембар децембра декабря dezember décembre
"""
