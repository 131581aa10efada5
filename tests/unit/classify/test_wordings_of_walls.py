# ruff: noqa: E501 - one page a line
"""What stands in place of a page, in the words of many languages; and news about the same, which is there."""

import pytest
from tests.unit.classify.making import PLAIN, answered, facts

from citecheck.classify import observe
from citecheck.classify.domain_words import offers_domain
from citecheck.classify.wordings import asks_subscription, names_region
from citecheck.model import LinkState

S = LinkState
URL = "https://paper.example/2019/10/harbour-plan-decided"
NUMBERED = "https://paper.example/n/8817"
MENU = "".join(
    f'<a href="/{name}/">{name}</a>' for name in ("news", "sport", "culture", "weather", "about", "jobs")
)


def bare(title: str, *said: str, head: str = "") -> str:
    return f"<title>{title}</title>{head}<h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in said)


def news(title: str, *said: str, head: str = "") -> str:
    text = "".join(f"<p>{line}</p>" for line in said)
    return f"<title>{title} | Radio Quay</title>{head}<nav>{MENU}</nav><h1>{title}</h1>{text}"


def state(page: str, status: int = 200, url: str = URL) -> LinkState:
    return observe(answered(status, url), facts(page, url)).state


FOR_SALE = [
    ("quay.example is for sale", "This domain is for sale."),
    ("Diese Domain ist zu verkaufen", "Die Domain kai.example steht zum Verkauf."),
    ("Ce nom de domaine est à vendre", "Faites une offre pour quai.example."),
    ("Este dominio está en venta", "muelle.example está a la venta."),
    ("Este domínio está à venda", "O domínio cais.example está à venda."),
    ("Questo dominio è in vendita", "molo.example è in vendita."),
    ("Deze domeinnaam is te koop", "kade.example is te koop."),
    ("Domänen är till salu", "kaj.example är till salu."),
    ("Domænet er til salg", "havn.example er til salg."),
    ("Domenet er til salgs", "kai.example er til salgs."),
    ("Verkkotunnus on myytävänä", "laituri.example on myytävänä."),
    ("Ta domena jest na sprzedaż", "Domena „molo.example” jest na sprzedaż."),
    ("Doména je na prodej", "Doména molo.example je na prodej."),
    ("Domen je na prodaju", "Domen kej.example je na prodaju."),
    ("Домен је на продају", "kej.example је на продају."),
    ("Этот домен продаётся", "Доменное имя prichal.example продаётся."),
    ("Домен продається", "pryhon.example продається."),
    ("Domeniul este de vânzare", "chei.example este de vânzare."),
    ("Ez a domain eladó", "molo.example eladó."),
    ("Bu alan adı satılıktır", "iskele.example satılık."),
    ("Το όνομα χώρου πωλείται", "molos.example πωλείται."),
    ("このドメインは販売中です", "hatoba.example の購入はこちら"),
    ("이 도메인은 판매 중입니다", "budu.example 구매 문의"),
    ("此域名正在出售", "matou.example 可转让"),
]
EXPIRED = [
    ("This domain has expired", "Renew it at your registrar."),
    ("This domain name has just been registered", "This domain is parked free."),
    ("Domain abgelaufen", "Diese Domain ist abgelaufen."),
    ("Срок регистрации домена истёк", "Продлите домен у регистратора."),
    ("Domena wygasła", "Ta domena wygasła."),
    ("Ce nom de domaine a expiré", "Le nom de domaine a expiré en mai."),
]


@pytest.mark.parametrize(("title", "text"), FOR_SALE + EXPIRED)
def test_a_domain_for_sale_or_expired_is_parked(title: str, text: str) -> None:
    assert state(bare(title, text)) is S.PARKED


@pytest.mark.parametrize(
    "line",
    [
        "Die Domain des Tierparks steht zum Verkauf.", "Le nom de domaine de la mairie est à vendre.",
        "Le domaine viticole est à vendre.", "El dominio del museo está en venta.", "Domen pozorišta je na prodaju.",
        "Домен театра продаётся за девять тысяч.", "Domena teatru jest na sprzedaż.", "Het domein van de graaf is te koop.",
    ],
)  # fmt: skip
def test_whose_domain_is_for_sale_news_says(line: str) -> None:
    assert not offers_domain(line)


ORDERS = [
    "Access to this website has been blocked by order of the High Court.",
    "Diese Website wurde aufgrund einer gerichtlichen Anordnung gesperrt.",
    "L’accès à ce site est bloqué sur décision de justice.",
    "Este sitio está bloqueado por orden judicial.",
    "Este site foi bloqueado por ordem judicial.",
    "Questo sito è stato inibito per ordine dell’Autorità giudiziaria.",
    "Ta strona została zablokowana na podstawie postanowienia sądu.",
    "Bu internet sitesi mahkeme kararıyla erişime engellenmiştir.",
    "Доступ к запрашиваемому ресурсу заблокирован по решению суда.",
    "Цей сайт заблоковано за рішенням суду.",
]


@pytest.mark.parametrize("line", ORDERS)
def test_a_page_withheld_by_order_says_so(line: str) -> None:
    assert state(bare("paper.example", line)) is S.GEO_OR_LEGAL


@pytest.mark.parametrize(
    "line",
    [
        "Dostęp niemożliwy: treść niedostępna w Twoim kraju", "Bu içerik ülkenizde kullanılamıyor",
        "Доступ к сайту из вашей страны ограничен", "Матеріал недоступний у вашій країні", "هذا المحتوى غير متاح في بلدك",
    ],
)  # fmt: skip
def test_a_page_withheld_by_country_says_so(line: str) -> None:
    assert names_region(line)


@pytest.mark.parametrize(
    "line",
    [
        "A court blocked the website of the party on Monday.", "Das Gericht ließ die Website des Vereins sperren.",
        "Сайт газеты заблокирован по решению суда.", "Доступ к сайту газеты ограничен с четверга.",
        "La justice a bloqué le site du syndicat.", "Mahkeme gazetenin sitesini engelledi.",
    ],
)  # fmt: skip
def test_news_of_an_order_withholds_nothing(line: str) -> None:
    assert not names_region(line)


CHALLENGES = [
    "Wir überprüfen, ob Sie ein Mensch sind.", "Nous vérifions que vous n’êtes pas un robot.",
    "Estamos comprobando que no es un robot.", "Verificando se você é humano.", "Conferma di non essere un robot.",
    "We controleren of je een mens bent.", "Potwierdź, że nie jesteś robotem.", "Potvrdite da niste robot.",
    "Подтвердите, что вы не робот.", "Підтвердіть, що ви не робот.", "Robot olmadığınızı doğrulayın.",
    "يرجى تأكيد أنك لست روبوتا.", "ロボットではないことを確認してください。", "请确认您不是机器人。", "로봇이 아님을 확인해 주세요.",
]  # fmt: skip


@pytest.mark.parametrize("status", [200, 403, 503])
@pytest.mark.parametrize("line", CHALLENGES)
def test_a_challenge_in_the_first_paragraph(line: str, status: int) -> None:
    assert state(bare("paper.example", line), status) is S.BLOCKED_BOT


@pytest.mark.parametrize("line", CHALLENGES)
def test_a_brief_that_quotes_a_challenge_is_there(line: str) -> None:
    page = news("Bank asks its robot", f"„{line}“ The robot passed, and the bank is changing its test.")
    assert state(page, url=NUMBERED) is S.ALIVE


OFFERS = [
    "Weiterlesen mit KaiPlus.", "Cet article est réservé aux abonnés.", "Contenido exclusivo para suscriptores.",
    "Conteúdo exclusivo para assinantes.", "Contenuto riservato agli abbonati.", "Dit artikel is alleen voor abonnees.",
    "Detta är en låst artikel.", "Bli prenumerant för att läsa vidare.", "Bliv abonnent og læs videre.",
    "Tämä juttu on vain tilaajille.", "Ten tekst jest dostępny tylko dla prenumeratorów.", "Tento text je pouze pro předplatitele.",
    "Ovaj tekst je dostupan samo pretplatnicima.", "Ovaj članak dostupan je samo pretplatnicima.",
    "Овај текст доступан је само претплатницима.", "Этот материал доступен только подписчикам.",
    "Цей матеріал доступний лише передплатникам.", "Acest articol este disponibil doar pentru abonați.",
    "Ez a cikk csak előfizetőknek olvasható.", "Αυτό το άρθρο είναι μόνο για συνδρομητές.",
    "Тази статия е само за абонати.", "Bu haber yalnızca abonelere özel.", "本文为付费内容。", "이 기사는 유료 회원 전용입니다.",
    "この記事は有料会員限定です。",
]  # fmt: skip


@pytest.mark.parametrize("line", OFFERS)
def test_a_teaser_before_an_offer_is_behind_a_paywall(line: str) -> None:
    assert state(news("Harbour plan decided", PLAIN * 3, line)) is S.PAYWALLED


@pytest.mark.parametrize(
    "line",
    [
        "Das Blatt will Lesern, die schon ein Abo haben, im Herbst einen Rabatt gewähren.",
        "Le journal annonce que cet article est réservé aux abonnés depuis lundi, et que d’autres suivront en mai.",
        "Издатель сообщил, что с мая архив газеты будет доступен только подписчикам, а новости останутся открыты.",
        "Wydawca ogłosił, że od maja archiwum będzie dostępne tylko dla prenumeratorów, a reszta bez opłat.",
        "Déjà abonné ?", "Bli prenumerant", "Sie haben bereits ein Abo?", "¿Ya es suscriptor?", "付费内容",
    ],
)  # fmt: skip
def test_running_text_about_subscriptions_and_a_sites_labels_offer_nothing(line: str) -> None:
    assert not asks_subscription(line)


KPSDK = "<script>window.KPSDK={};</script>"


def test_a_vendors_script_on_a_page_with_text_is_no_wall() -> None:
    for script in (KPSDK, '<script src="/149e9513-01fa-4fb0-aad4-566afd725d1b/b/p.js"></script>'):
        assert state(news("Tremor near the quay", PLAIN * 2, head=script), url=NUMBERED) is S.ALIVE
    assert state(KPSDK) is S.BLOCKED_BOT
    assert state(bare("Paper", PLAIN, head='<script src="/a/ips.js?x-kpsdk-v=j"></script>')) is S.BLOCKED_BOT


GRABBED = [
    "Casino ohne OASIS: Anbieter im Vergleich", "Top casinos not on GamStop", "Kasyno online: bonus bez depozytu",
    "Casino non AAMS sicuri", "Casino en ligne fiable", "Casino utan spelpaus", "Casino zonder Cruks", "Online kaszinó bónusz",
    "Вулкан казино: играть", "Deneme bonusu veren siteler", "Güvenilir bahis siteleri", "Cialis sin receta",
    "Viagra ohne Rezept", "Ghostwriter Bachelorarbeit", "Write my essay",
]  # fmt: skip


@pytest.mark.parametrize("title", GRABBED)
def test_a_title_of_those_who_take_domains_over(title: str) -> None:
    assert state(bare(title, PLAIN * 3)) is S.HIJACKED


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Raid on casinos not on GamStop", "raid-on-casinos-not-on-gamstop"),
        ("Razzia: Casino ohne Lizenz im Keller", "razzia-casino-ohne-lizenz-im-keller"),
        ("Yasa dışı bahis siteleri kapatıldı", "yasa-disi-bahis-siteleri-kapatildi"),
    ],
)
def test_news_about_such_sites_has_the_words_of_its_address(title: str, slug: str) -> None:
    url = f"https://paper.example/2019/10/{slug}"
    assert state(news(title, PLAIN * 3), url=url) is S.ALIVE


def test_news_about_such_sites_under_a_number() -> None:
    page = news("Yasa dışı bahis siteleri kapatıldı", "Üç kişi gözaltına alındı.")
    assert state(page, url=NUMBERED) is S.ALIVE
