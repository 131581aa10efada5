import gzip
import random
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
import zstandard

from citecheck.model import DecodedBody, DecodeProblem
from citecheck.read import decode
from citecheck.settings.values import FetchLimits

ROOT = Path(__file__).resolve().parents[3]
URL = "https://example.org/a"
PAGE = "<!doctype html><title>Ледник</title><p>Двадцать градусов ниже нуля.</p>" * 40
PLAIN = PAGE.encode()


def raw_deflate(data: bytes) -> bytes:
    machine = zlib.compressobj(wbits=-15)
    return machine.compress(data) + machine.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


def opened(payload: bytes, encoding: str | None = None, kind: str | None = "text/html") -> DecodedBody:
    headers = [("Content-Type", kind)] if kind else []
    if encoding:
        headers.append(("content-encoding", encoding))
    return decode(payload, headers, FetchLimits(), URL)


@pytest.mark.parametrize("encoding", PACKERS)
def test_every_encoding_is_undone(encoding: str) -> None:
    body = opened(PACKERS[encoding](PLAIN), encoding.upper())
    assert (body.data, body.text, body.charset, body.problem) == (PLAIN, PAGE, "utf-8", None)


def test_deflate_without_its_zlib_wrapper_is_read_too() -> None:
    assert opened(raw_deflate(PLAIN), "deflate").text == PAGE


def test_two_layers_are_undone_in_reverse_order_and_repeated_headers_add_up() -> None:
    payload = brotli.compress(gzip.compress(PLAIN))
    headers = [("Content-Encoding", "gzip"), ("Content-Encoding", "br"), ("Content-Type", "text/html")]
    assert decode(payload, headers, FetchLimits(), URL).text == PAGE


def test_several_gzip_members_are_one_body_and_bytes_after_them_are_ignored() -> None:
    payload = gzip.compress(PLAIN[:100]) + gzip.compress(PLAIN[100:]) + b"\0\0trailer"
    assert opened(payload, "gzip").data == PLAIN


def test_several_zstandard_frames_are_one_body() -> None:
    pack = PACKERS["zstd"]
    assert opened(pack(PLAIN[:100]) + pack(PLAIN[100:]), "zstd").data == PLAIN


@pytest.mark.parametrize("encoding", ["identity", "none", "", "UTF-8"])
def test_headers_that_say_nothing_leave_the_body_alone(encoding: str) -> None:
    assert opened(PLAIN, encoding).data == PLAIN


@pytest.mark.parametrize("encoding", PACKERS)
def test_a_cut_stream_is_corrupt_and_keeps_its_beginning(encoding: str) -> None:
    noise = random.Random(1).randbytes(300_000)
    packed = PACKERS[encoding](b"<html>" + noise)
    body = opened(packed[: len(packed) * 9 // 10], encoding, "application/octet-stream")
    assert body.problem is DecodeProblem.CORRUPT
    assert body.data.startswith(b"<html>")
    assert 100_000 < len(body.data) < 300_006


@pytest.mark.parametrize("encoding", PACKERS)
def test_bytes_that_are_not_what_the_encoding_says_are_corrupt(encoding: str) -> None:
    assert opened(b"<html>plain all along</html>" * 9, encoding).problem is DecodeProblem.CORRUPT


def test_unknown_encodings_and_too_many_layers_are_named() -> None:
    assert opened(PLAIN, "compress").problem is DecodeProblem.UNSUPPORTED_ENCODING
    thrice = gzip.compress(gzip.compress(gzip.compress(PLAIN)))
    body = opened(thrice, "gzip, gzip, gzip")
    assert body.problem is DecodeProblem.UNSUPPORTED_ENCODING
    assert "3 layers" in body.detail


def test_an_empty_body_with_an_encoding_is_just_empty() -> None:
    assert opened(b"", "gzip") == DecodedBody(b"", "text/html", "utf-8", "")


def test_the_decoded_cap_holds_even_where_the_ratio_is_modest() -> None:
    limits = FetchLimits(decoded=1_000, ratio_floor=200)
    for payload, headers in ((PLAIN, []), (gzip.compress(PLAIN), [("Content-Encoding", "gzip")])):
        body = decode(payload, headers, limits, URL)
        assert body.problem is DecodeProblem.TOO_LARGE
        assert len(body.data) <= 200


BOMB = """
import gzip, sys
from tests.badweb.memory import peak
import brotli, zstandard
from citecheck.read import decode
from citecheck.settings.values import FetchLimits

kind = sys.argv[1]
block, blocks = b"0" * 1_000_000, 300
if kind.startswith("gzip"):
    import io
    held = io.BytesIO()
    with gzip.GzipFile(fileobj=held, mode="wb") as out:
        for _ in range(blocks):
            out.write(block)
    bomb = held.getvalue()
    if kind == "gzip, gzip":
        bomb = gzip.compress(bomb)
elif kind == "br":
    machine = brotli.Compressor(quality=5)
    bomb = b"".join(machine.process(block) for _ in range(blocks)) + machine.finish()
else:
    machine = zstandard.ZstdCompressor().compressobj()
    bomb = b"".join(machine.compress(block) for _ in range(blocks)) + machine.flush()
before = peak()
body = decode(bomb, [("Content-Encoding", kind), ("Content-Type", "text/html")], FetchLimits(), "u")
print(body.problem, round(peak() - before))
"""


@pytest.mark.parametrize("kind", ["gzip", "gzip, gzip", "br", "zstd"])
def test_a_300_megabyte_bomb_costs_little_memory(kind: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", BOMB, kind], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()
    assert told[0] == "too_large"
    assert int(told[1]) < 60  # megabytes


@pytest.mark.parametrize(
    ("data", "label", "text", "codec"),
    [
        ("Žene i kuća".encode(), "iso-8859-1", "Žene i kuća", "utf-8"),
        ("Žene".encode("utf-16-le"), None, None, None),
        ("\ufeffŽene".encode(), "windows-1250", "Žene", "utf-8"),
        ("\ufeffŽene".encode("utf-16-le"), None, "Žene", "utf-16-le"),
        ("Žene".encode("cp1250"), "windows-1250", "Žene", "cp1250"),
        ("naïve “q”".encode("cp1252"), "iso-8859-1", "naïve “q”", "cp1252"),
        ("<meta charset=windows-1251>Лёд".encode("cp1251"), None, "<meta charset=windows-1251>Лёд", "cp1251"),
        (
            "<meta charset=windows-1251>Лёд".encode("cp1251"),
            "utf-8",
            "<meta charset=windows-1251>Лёд",
            "cp1251",
        ),
        ("<?xml version='1.0' encoding='koi8-r'?>Лёд".encode("koi8-r"), None, None, "koi8-r"),
        ("日本語の記事".encode("shift_jis"), "Shift_JIS", "日本語の記事", "cp932"),
        ("日本語".encode(), "zlib", "日本語", "utf-8"),
    ],
)
def test_the_charset_is_the_one_the_bytes_obey(
    data: bytes, label: str | None, text: str | None, codec: str | None
) -> None:
    kind = f"text/html; charset={label}" if label else "text/html"
    body = opened(data, None, kind)
    if codec is None:  # bytes with NULs and no mark are not characters at all
        assert (body.media_type, body.text) == ("application/octet-stream", None)
        return
    assert body.charset == codec
    if text is not None:
        assert body.text == text


def test_undeclared_cyrillic_is_guessed_from_its_bytes() -> None:
    sentence = "Совет города вчера утвердил новый порядок вывоза снега с тротуаров и дворов. " * 5
    body = opened(sentence.encode("cp1251"), None, "text/plain")
    assert body.text == sentence


@pytest.mark.parametrize(
    "label",
    ["unicode_escape", "unicode-escape", "Unicode_Escape", "raw_unicode_escape", "raw-unicode-escape",
     "utf-7", "punycode", "idna", "undefined", "zlib", "rot13", "hex", "a" * 60_000],
)  # fmt: skip
def test_a_codec_that_is_no_charset_is_not_used(label: str) -> None:
    page = b"<title>\xe9t\xe9 \\ud800 +2AA- x</title><p>words of the page"
    for body in (
        opened(page, None, f"text/html; charset={label}"),
        opened(b"<meta charset=" + label[:40].encode() + b">" + page, None, "text/html"),
    ):
        assert body.text is not None
        assert "\\ud800 +2AA- x" in body.text
        body.text.encode()


def test_a_few_bad_bytes_do_not_change_the_charset() -> None:
    data = ("Šuma je zelena. " * 100).encode() + b"\xff"
    body = opened(data, None, "text/html; charset=utf-8")
    assert body.charset == "utf-8"
    assert body.text is not None
    assert body.text.endswith("\ufffd")


@pytest.mark.parametrize(
    ("data", "said", "expected"),
    [
        (b"%PDF-1.7\n...", "text/html", "application/pdf"),
        (b"\n\n%PDF-1.4 ...", None, "application/pdf"),
        (b"<!DOCTYPE html><p>a PDF begins with %PDF-1.4", "text/html", "text/html"),
        (b"<!doctype html><p>x", "application/pdf", "text/html"),
        (b"<!-- c --><html><p>x", "text/plain", "text/html"),
        (b"<html><p>x", None, "text/html"),
        (b"<html>", "application/json", "text/html"),
        (b"<?xml version='1.0'?><rss/>", None, "application/xml"),
        (b"<?xml version='1.0'?>\n<html xmlns='x'><body/>", "text/xml", "text/html"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html><html>", None, "text/html"),
        (b'{"a": 1}', None, "application/json"),
        (b'{"a": 1}', "application/ld+json; charset=utf-8", "application/ld+json"),
        (b"just words", None, "text/plain"),
        (b"just words", "application/octet-stream", "text/plain"),
        (b"\x89PNG\r\n\x1a\n....", "text/html", "image/png"),
        (b"PK\x03\x04....", "application/epub+zip", "application/epub+zip"),
        (b"PK\x03\x04....", "text/html", "application/zip"),
        (b"a\x00b\x00\x01", "text/html", "application/octet-stream"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp", "image/webp"),
        (b"a,b\n1,2", "text/csv", "text/csv"),
        (b"", None, "application/octet-stream"),
        (b"words", "nonsense", "text/plain"),
    ],
)
def test_the_media_type_is_the_one_the_bytes_show(data: bytes, said: str | None, expected: str) -> None:
    assert opened(data, None, said).media_type == expected


def test_of_several_content_types_the_last_that_is_one_counts() -> None:
    headers = [
        ("Content-Type", "text/plain"),
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Type", ";"),
    ]
    assert decode(b"words", headers, FetchLimits(), URL).media_type == "text/html"
