"""What is missing, said in any order and of anything a site keeps, in each of the languages."""

import pytest

from citecheck.classify.missing_things import LANGUAGES
from citecheck.classify.not_found import (
    heading_says_not_found,
    statement_says_not_found,
    title_says_not_found,
)

SAID = {
    "en": "We are unable to find the requested document.",
    "de": "Das von Ihnen aufgerufene Dokument konnte nicht gefunden werden.",
    "nl": "Het gevraagde document bestaat niet meer.",
    "af": "Die versoekte dokument kan nie gevind word nie.",
    "sv": "Vi kan inte hitta det begärda dokumentet.",
    "da": "Vi kunne ikke finde det ønskede dokument.",
    "no": "Vi kan ikke finne det forespurte dokumentet.",
    "is": "Umbeðin grein fannst ekki.",
    "fi": "Etsimääsi dokumenttia ei löydy.",
    "et": "Otsitud dokumenti ei leitud.",
    "lt": "Ieškomas dokumentas nerastas.",
    "lv": "Meklētais dokuments nav atrasts.",
    "fr": "Impossible de trouver le document demandé.",
    "es": "No se ha encontrado el documento que busca.",
    "ca": "No s'ha trobat el document.",
    "gl": "Non se atopou o documento.",
    "pt": "Não foi possível encontrar o documento.",
    "it": "Non è possibile trovare il documento.",
    "ro": "Acest document nu a fost găsit.",
    "pl": "Nie można odnaleźć szukanego dokumentu.",
    "cs": "Hledaný dokument nebyl nalezen.",
    "sk": "Hľadaný dokument nebol nájdený.",
    "sl": "Iskani dokument ne obstaja.",
    "sr": "Тражени документ није пронађен.",
    "mk": "Бараниот документ не е пронајден.",
    "bg": "Търсеният документ не съществува.",
    "ru": "Не удалось найти запрошенный документ.",
    "uk": "Не вдалося знайти вказаний документ.",
    "be": "Запытаны дакумент не знойдзены.",
    "el": "Δεν βρέθηκε το έγγραφο που ζητήσατε.",
    "sq": "Dokumenti nuk u gjet.",
    "hu": "A keresett dokumentum nem található.",
    "tr": "Aradığınız belge bulunamadı.",
    "az": "Axtardığınız sənəd tapılmadı.",
    "kk": "Сұралған құжат табылмады.",
    "ky": "Суралган документ табылган жок.",
    "uz": "Bu hujjat topilmadi.",
    "mn": "Хүссэн файл олдсонгүй.",
    "ka": "მოთხოვნილი დოკუმენტი ვერ მოიძებნა.",
    "hy": "Այս փաստաթուղթը չի գտնվել։",
    "eo": "La dosiero ne estas trovita.",
    "eu": "Eskatutako dokumentua ez da existitzen.",
    "cy": "Heb ganfod yr erthygl hon.",
    "ga": "Níor aimsíodh an alt sin.",
    "hi": "यह दस्तावेज़ मौजूद नहीं है।",
    "bn": "এই নিবন্ধ খুঁজে পাওয়া যায়নি।",
    "ur": "یہ دستاویز موجود نہیں ہے۔",
    "ta": "இந்தக் கட்டுரை காணவில்லை.",
    "te": "ఈ వ్యాసం దొరకలేదు.",
    "ml": "ഈ ലേഖനം ലഭ്യമല്ല.",
    "mr": "हे पृष्ठ सापडले नाही.",
    "gu": "આ લેખ મળ્યો નથી.",
    "id": "Dokumen yang Anda cari tidak dapat ditemukan.",
    "vi": "Không thể tìm thấy tài liệu này.",
    "tl": "Hindi mahanap ang artikulo.",
    "sw": "Ukurasa haukupatikana.",
    "ar": "لم نعثر على المستند المطلوب.",
    "fa": "سند مورد نظر پیدا نشد.",
    "ps": "مقاله ونه موندل شوه.",
    "he": "המסמך המבוקש לא נמצא.",
    "ja": "指定されたファイルが見つかりません。",
    "zh": "您要找的文件不存在。",
    "ko": "요청하신 문서를 찾을 수 없습니다.",
    "th": "ไม่พบเอกสาร",
}
OF_ACCOUNTS = [
    "User not found",
    "No such user",
    "Dataset not found",
    "Benutzerkonto nicht gefunden",
    "Utilisateur introuvable",
    "No se ha encontrado el usuario",
    "Utente non trovato",
    "Użytkownik nie istnieje",
    "Uživatel nebyl nalezen",
    "Пользователь не найден",
    "Такого пользователя не существует",
    "Користувача не знайдено",
    "Корисник није пронађен",
    "Kullanıcı bulunamadı",
    "المستخدم غير موجود",
    "ユーザーが見つかりません",
    "用户不存在",
    "사용자를 찾을 수 없습니다",
]
TOLD = [
    "User not found",
    "Unable to find the file",
    "L'auteur reste introuvable",
    "Группа не найдена",
    "El autor no existe",
    "Mitglied nicht gefunden",
    "Image does not exist",
    "图片不存在",
    "Video of the attack on the bridge does not exist, police say",
    "Group chat of the ministers was not found on the phone",
    "Missing pages of the diary: what was not found in the archive",
    "The team could not find the entrance to the tomb",
    "Why the report that everybody quotes does not exist",
    "Nicht gefunden: die Seiten, die im Tagebuch fehlen",
    "Пользователи не нашли новых функций в обновлении",
    "El documento que no existe y otras historias",
]


def test_each_language_has_an_example() -> None:
    assert LANGUAGES.keys() <= SAID.keys()


@pytest.mark.parametrize("said", SAID.values(), ids=SAID.keys())
def test_it_is_understood_as_a_line_and_as_a_heading(said: str) -> None:
    assert statement_says_not_found(said)
    assert heading_says_not_found(said)
    assert title_says_not_found(f"{said.rstrip('.')} | Quay Courier")


@pytest.mark.parametrize("said", OF_ACCOUNTS)
def test_of_accounts_and_data_sets_a_line_may_say_it(said: str) -> None:
    """Headlines tell of them, too: "User not found" is a question to a help desk."""
    assert statement_says_not_found(said)
    assert not heading_says_not_found(said)


@pytest.mark.parametrize("headline", TOLD)
def test_a_headline_tells_of_something_else(headline: str) -> None:
    assert not heading_says_not_found(headline)
    assert not title_says_not_found(f"{headline} - Quay Courier")
