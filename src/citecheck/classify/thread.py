# ruff: noqa: E501 - a wording stays in one piece, so that it can be found and read
"""Who may read: whether a page with a sign-in form has short posts of people all the same (shows_thread), and
whether a line says that reading takes an account.

Who wants to answer in a forum has to sign in: the form stands in the head of every page. A thread is told by
its posts, and by nothing on the page saying that reading needs an account.
"""

from functools import partial

from citecheck.classify.not_found import heading_says_not_found, statement_says_not_found
from citecheck.classify.refusals import may_refuse
from citecheck.classify.wordings import is_sentence, says_login
from citecheck.model import PageFacts
from citecheck.text import fold, one_of

POSTS = 3  # sentences that make a thread; sign-in pages say less that is not about signing in
HEADLINE = 3  # words; names of sites have fewer


# What is said around a sign-in form, and is no text of the page's own.
_SIGN_IN_TALK = one_of(
    r"passwor[dt]|kennwort|mot de passe|contrasena|senha|wachtwoord|losenord|lozink|haslo|парол|лозинк|パスワード|密码|비밀번호",
    r"\blog(?:ged|ging)?[- ]?(?:in|on)\b|\bsign(?:ed|ing)?[- ]?(?:in|on|up)\b|\bregist|\baccount|\bmember|\bsubscri|\bcookie|\bterms\b|java ?script",
    r"anmeld|einlog|\bkonto\b|mitglied|connect(?:e|er|ez)\b|connexion|\bcompte\b|inscri|\bmembres?\b|\bsesion|\bcuenta|registr|iscri|accedi|aanmeld|inlog|"
    r"\blogga|\blogg inn|prijav|nalog|clan(?:ovi|stvo)|zaloguj|prihlas|войти|вход|зарегистр|ログイン|登录|로그인",
    r"\bmedlem|logge[dt]? in[nd]?|kirjaut|\bjasen|clan(?:ovi|ove|ova)|uzvler|uyeler|\bgiris|\blid\b|leden\b|tagok|εγγεγραμμεν|συνδε|सदस्य|लॉग इन|اعضا|ثبت ?نام|وارد شو|أعضاء|عضو|գրանցված|წევრ",
    r"увійд|увійти|авториз|најав|влез",
    r"zalogowa|kirjaud|aan te melden|in te loggen|ingelogd|\bmeld .{0,16}\baan\b|идентифицир|لاگ ان|identifi(?:que|ca|ez|ka|er)|inici\w* (?:la |una )?ses|aut[eh]{0,2}ntifi|autenti[ck]|autentiq|\blogg?a? (?:venligst )?(?:ind|inn|in|pa|masuk)\b|logi .{0,20}sisse|sisselog|prisijung|piesl[eē]dz|вписа|логн|войд|зайді|увайд|jelentkez|conecta(?:ti|re)|oturum|giris yap|daxil ol|qeydiyyat|hasi saioa|saioa hasi|fewngofnod|mewngofnod|logail isteach|ensalut|кіріңіз|кириңиз|нэвтэр",
    r"התחבר|ה[יכ]{1,2}נסו|הזדהו|دخول|وارد|लॉग ?इन|लॉगिन|লগ ?ইন|உள்நுழை|പ്രവേശിയ്ക്ക|შეხვიდ|შემოდით|ավտորիզ|մուտք|登錄|登入|เข้าสู่ระบบ|ลงชื่อเข้า|đăng nhập|log ?masuk|silakan masuk",
    r"\binvitation|sessao iniciada|sesion iniciada|hội viên|thành viên|\bmember",
)
_BEFORE_READING = one_of(
    r"\b(?:read|view|see|watch|continue|access|unlock|browse)\b|\b(?:lesen|sehen|ansehen|einsehen|weiter|zugriff|lire|voir|consulter|continuer|leer|seguir|ver|leggere|vedere|lezen|bekijken)\b|"
    r"citate|procita|vidite|pristup|читать|просм|читат|閲覧|阅读|查看",
    r"\b(?:at se|a lese|at laese|att lasa|olvas|megnez|goruntule|gormek|okuma|oxuya|vide|vidi|videti|zichtbaar|bekeken|διαβαζ|δειτε)|पढ़ने|देखने|دیدن|خواندن|مشاهدة|قراءة|متاح",
    r"перегля|\bчита\w{0,6}\b",
    r"visualiza|vedea|vizualiza|\baced|accedere|acessar|\bveure\b|llegir|zobaczyc|przeczyta|\bczyta|wyswietl|zobraz|\bcist\b|precist|ogled|\bbra(?:ti|nje)|lukea|nahda|vaatamis|lugemis|luge(?:da|ks)|perziur|skaity|apskat|\blasit|megtekint|okumak|oxumaq|προβολ|прочет|разгледа|прочит|побач|праглядз|чытаць|көру|оқу|ikusteko|irakurtzeko|\bweld\b|lexuar|\blegi\b",
    r"לקרוא|לצפות|לראות|نمایش|لقراءة|படிக்க|நோக்க|სანახავად|წასაკითხად|դիտել|melihat|membaca|để (?:xem|đọc)|表示|보시려면|보려면|เพื่อ(?:ดู|อ่าน)|দেখ",
)
_MUST = one_of(
    r"\b(?:must|need|required?|requires|only|please|first)\b|\b(?:mussen|nur|bitte|devez|doit|reserve|debe|debes|solo|deve|devi|moet|alleen)\b|morate|samo|необходимо|нужно|только|должны|следует",
    r"\b(?:skal|ma|maste|kun|endast|bare|kraever|kreves|csak|yalniz|yalnizca|sadece|vain|devi|occorre|μονο|πρεπει)\b|ज़रूरी|केवल|باید|فقط|միայն",
    r"benotig|necessit|precisa|requiere|richied|\bnodig\b|kraver|krever|kraever|wymaga|vyzad|zahtev|membutuhkan|memerlukan|szukseges|necesit|требует|вимага|потрібен|απαιτ|gerektir|必要|需要|필요",
    r"\b(?:zuerst|erst|primero|primeiro|prima|d'abord|eerst|forst|ensin|esmalt|koigepealt|najpierw|nejprve|nejdriv|najprv|najprej|prvo|първо|сначала|спершу|спярша|πρωτα|once|önce|elobb|eloszor|mai intai|pirma|vispirms|lehenik|dahulu|eers|unue|yn gyntaf|ar dtus)\b|먼저|まず|ابتدا|اول|أولا|תחילה|पहले|முதலில்|ആദ്യം|ჯერ|სკզբից|սկզբից",
    r"\b(?:veuillez|merci|s'il vous plait|por favor|per favore|si prega|kerjuk|prosim[eo]?|prosze|molim|моля|пожалуйста|будь ласка|калі ласка|παρακαλω|lutfen|lütfən|xahiş|palun|prasome|ludzu|va rugam|mesedez|silakan|sila|mohon|bej|asseblief|gelieve|dient|vui lòng|трябва|треба|потрібно|қажет|керек|gerek\w*|lazim\w*|kell|trebuie|musi(?:sz|te)?|musite|potreba|potrebne|tulee|tarvitse\w*|piab|tuleb|reikia|jums ir|rhaid|nid mor)\b|لطفا|يرجى|الرجاء|عذرا قم|אנא|कृपया|দয়া করে|ください|请|請|세요|주세요|กรุณา|โปรด|დუ|გთხოვთ|խնդրում",
)
_ANSWER = one_of(
    r"\b(?:reply|replies|answer|respond|comment|vote|post|join in)\b|antwort|kommentier|repondre|commenter|responder|comentar|rispondere|reageren|odgovor|ответ|коммент",
    r"komment|koment|coment|\bcommen|hozzaszol|odpov|\bvasta(?:a|ta|us)|svar[ae]\b|atsaky|atbild|raspun|cevap|yorum|απαντ|σχολι|תגוב|להגיב|تعليق|نظر|コメント|返信|评论|評論|回复|回覆|댓글|bình luận|ความคิดเห็น|टिप्पणी|မှတ်ချက်",
)


def shows_thread(facts: PageFacts) -> bool:
    """Whether sentences stand under a headline, none of which says that reading needs an account, or that
    there is no such page."""
    return not says_login(facts.title) and _has_headline(facts) and own_sentences(facts) >= POSTS


def own_sentences(facts: PageFacts) -> int:
    """How many sentences of a page speak of something else than signing in. None where one says that reading
    needs an account, or that there is no such page."""
    lines = [line for line in facts.statements if line not in facts.headings]
    if any(locks(line) or statement_says_not_found(line) for line in lines):
        return 0
    return sum(is_sentence(line) and not talks_of_account(line) for line in lines)


def talks_of_account(line: str) -> bool:
    """Whether a line speaks of accounts, members or signing in."""
    return _SIGN_IN_TALK.search(fold(line)) is not None


def locks(line: str) -> bool:
    """Whether a line says that reading needs an account. To answer may need one: the text is there then."""
    folded = fold(line)
    if may_refuse(line):
        return True
    if not _SIGN_IN_TALK.search(folded):
        return False
    must = _MUST.search(folded) is not None and not _ANSWER.search(folded)
    return must or _BEFORE_READING.search(folded) is not None


def needs_account(line: str) -> bool:
    """Whether a line says that whoever wants to read must sign in."""
    folded = fold(line)
    wanted = (_SIGN_IN_TALK, _MUST, _BEFORE_READING)
    return all(pattern.search(folded) for pattern in wanted) and not _ANSWER.search(folded)


def _has_headline(facts: PageFacts) -> bool:
    """Whether a line of the page is part of its title, beside the site's name."""
    return any(map(partial(_heads, facts), (*facts.headings, *facts.statements)))


def _heads(facts: PageFacts, line: str) -> bool:
    title = facts.title.casefold()
    if len(line.split()) < HEADLINE or len(line) >= len(title) or line == facts.site_name:
        return False
    return line.casefold() in title and not says_login(line) and not heading_says_not_found(line)
