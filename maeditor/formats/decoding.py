"""From bytes to text: finds out the encoding, and refuses what is no text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.canonical import REPLACEMENT, canonical

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"MZ\x90", b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf", b"SQLite format 3\x00", b"RIFF", b"ID3", b"OggS", b"BZh", b"\xfd7zXZ",
    b"{\\rtf",
)  # fmt: skip
_DECLARED = re.compile(
    rb"""<(?:meta\b[^<>]{0,300}?charset|\?xml\b[^<>]{0,100}?encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE
)
# A page's own claim picks a codec only from this list: Python's others unpack archives or need quadratic time.
_TRUSTED = """
    cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp720 cp850 cp864 cp866 cp874
    iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13 iso8859-14
    iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-arabic utf-16 utf-16-le utf-16-be
    shift_jis cp932 euc_jp iso2022_jp euc_kr cp949 gb2312 gbk gb18030 big5
"""
_WINDOWS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-6": "cp1256"}  # what such labels mean on the web
_WESTERN = frozenset(
    "àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜ«»‹›“”‘’„‚–—…•·€£°²³ªº©®™§¿¡½¼¾±×µ†\u00a0\u00ad"
)
_CONTROLS = "".join(map(chr, (*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))) + REPLACEMENT
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_SAMPLE = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text in canonical form and the encoding it was written in."""

    text: str
    encoding: str


def decode(data: bytes, name: str = "") -> Decoded:
    """Read bytes as text. Raises UnreadableFileError (``file_is_binary``) for what is no text; ``name`` is for that."""
    if data.startswith(_SIGNATURES):
        raise UnreadableFileError("file_is_binary", name=name)
    found = _by_mark(data) or _by_zeros(data) or _as_utf8(data) or _as_declared(data) or _as_damaged_utf8(data)
    decoded = found or _as_single_bytes(data)
    # A text holds no control characters; a stray one is replaced, more mean that this is something else.
    if sum(map(decoded.text.count, _CONTROLS)) * 50 > len(decoded.text):
        raise UnreadableFileError("file_is_binary", name=name)
    return Decoded(canonical(decoded.text), decoded.encoding)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    return None


def _by_zeros(data: bytes) -> Decoded | None:
    """Know UTF-16 without a mark by its zeros, which all stand on the same side of the pairs (spaces have one too)."""
    if len(data) < 4 or b"\x00" not in data:
        return None
    high, low = data[0::2].count(0), data[1::2].count(0)
    if max(high, low) * 10 < len(data) // 2 or min(high, low) * 20 > max(high, low):
        return None
    encoding = "utf-16-be" if high > low else "utf-16-le"
    return Decoded(data.decode(encoding, "replace"), encoding)


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _as_declared(data: bytes) -> Decoded | None:
    declared = _DECLARED.search(data[:4096])
    if declared is None:
        return None
    try:
        codec = codecs.lookup(declared[1].decode("ascii", "replace")).name
        codec = _WINDOWS.get(codec, codec)
        return Decoded(data.decode(codec), codec) if codec in _TRUSTED.split() else None
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _as_damaged_utf8(data: bytes) -> Decoded | None:
    """Keep UTF-8 in which some characters were cut: far more whole ones than broken."""
    text = data.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    whole = len(text.encode("utf-8", "replace")) - len(text) - 2 * broken
    return Decoded(text, "utf-8") if whole >= 5 * broken else None


def _as_single_bytes(data: bytes) -> Decoded:
    """Tell the old one-byte encodings apart: Arabic comes in runs of high bytes, accents of Latin letters do not."""
    sample = data[:_SAMPLE]
    in_runs = sum(map(len, _HIGH_RUN.findall(sample)))
    high = len(sample) - len(sample.translate(None, bytes(range(0x80, 0x100))))
    if in_runs * 2 > high:
        letters = [char for char in sample.decode("cp1256") if char > "\x7f"]
        if sum("\u0600" <= char <= "\u06ff" for char in letters) * 10 >= 7 * len(letters):
            return Decoded(data.decode("cp1256"), "cp1256")
    else:
        found = _most_western(sample)
        if found:
            return Decoded(data.decode(found, "replace"), found)
    return _as_guessed(data, sample)


def _most_western(sample: bytes) -> str:
    """Choose among Windows, old Macintosh and DOS: capitals with accents are rare, so small letters decide."""
    best, found = 0.0, ""
    for encoding in ("cp1252", "mac-roman", "cp850"):
        letters = [char for char in sample.decode(encoding, "replace") if char > "\x7f"]
        known = [char for char in letters if char in _WESTERN]
        weight = sum(0.5 if char.isupper() else 1.0 for char in known)
        if len(known) * 10 >= 9 * len(letters) and weight > best:
            best, found = weight, encoding
    return found


def _as_guessed(data: bytes, sample: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_exclusion=["utf_7"]).best()
    encoding = best.encoding if best is not None else "cp1252"
    return Decoded(data.decode(encoding, "replace"), codecs.lookup(encoding).name)
