"""Reads a saved letter (EML): its best text, what its head says, and the files it brings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.canonical import canonical
from maeditor.formats.content import Content, one_line
from maeditor.formats.decoding import decode
from maeditor.formats.html_page import read_html_page
from maeditor.formats.plain_text import read_plain_text

MOST_ATTACHED = 50
MOST_PARTS = 500
_SCANT = 3
"""How many times longer the page of a letter must be for its plain text to be a mere notice of it."""
_FILLED = 66
"""Characters of a line that was wrapped: letters are wrapped at 72 to 78."""
_WIDEST = 100
_ANSWER = re.compile(r"\s*(?:(?:re|fwd?|tr|réf?|rép|rv|wg|aw)\s?:\s*)+", re.IGNORECASE)
_HEAD = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:|From ")
_STUMBLES = (MessageError, LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)
"""What Python's own reader raises on heads that its authors never met."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file in a letter."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says and brings; ``left_out`` names what is too much of it."""

    content: Content
    attached: tuple[Attached, ...]
    left_out: tuple[str, ...] = ()


def read_letter(data: bytes, name: str) -> Letter:
    """Read a letter. Raises UnreadableFileError."""
    if not _HEAD.match(data.lstrip()[:200]):
        raise UnreadableFileError("document_is_damaged", name=name)
    try:
        # Not the newer policy: it parses each head at once, and stumbles over many that mailboxes hold.
        message = BytesParser(policy=policy.compat32).parsebytes(data.lstrip())
        return _letter(message, name)
    except _STUMBLES as error:
        raise UnreadableFileError("document_is_damaged", name=name) from error


def _letter(message: Message, name: str) -> Letter:
    plain: list[str] = []
    pages: list[str] = []
    attached: list[Attached] = []
    left_out: list[str] = []
    waiting = [message]
    seen = 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > MOST_PARTS:
            raise UnreadableFileError("document_is_damaged", name=name)
        kind = part.get_content_type()
        file_name = _file_name(part)
        if kind == "message/rfc822" and part is not message:
            file_name = file_name or f"{seen}.eml"
            held = part.get_payload()
            inner = held[0] if isinstance(held, list) and held else None
            _keep(attached, left_out, file_name, inner.as_bytes() if isinstance(inner, Message) else b"")
        elif part.is_multipart():
            held = part.get_payload()
            waiting += [each for each in reversed(held) if isinstance(each, Message)] if isinstance(held, list) else []
        elif file_name or part.get_content_disposition() == "attachment":
            _keep(attached, left_out, file_name or f"{seen}", _bytes(part))
        elif kind == "text/plain":
            plain.append(_wrapped_back(_text(part), flowed=_is_flowed(part)))
        elif kind in {"text/html", "application/xhtml+xml"}:
            pages.append(_text(part))
    return Letter(_content(message, "\n\n".join(plain), pages), tuple(attached), tuple(left_out))


def _content(message: Message, plain: str, pages: list[str]) -> Content:
    found = read_plain_text(plain)
    reader = "eml-text@1"
    page = read_html_page(pages[0]) if pages else None
    if page is not None and len(page.text) > _SCANT * len(plain.strip()):
        found, reader = page, "eml-html@1"
    subject = one_line(_ANSWER.sub("", _said(message, "Subject")))
    sender = parseaddr(_said(message, "From"))[0]
    text = found.text
    # A figure may stand in the subject only, as in a headline.
    if subject and text.strip() and _folded(subject) not in _folded(text[:2000]):
        text = f"{subject}\n\n{text.lstrip()}"
    return Content(
        text=text,
        title=subject or found.title,
        publisher=found.publisher,
        author=one_line(sender.strip(" '\"")) or found.author,
        published=_date(message) or found.published,
        url=found.url,
        language=found.language if reader == "eml-html@1" else "",
        reader=reader,
    )


def _keep(attached: list[Attached], left_out: list[str], name: str, data: bytes) -> None:
    if len(attached) < MOST_ATTACHED:
        attached.append(Attached(name, data))
    else:
        left_out.append(name)


def _file_name(part: Message) -> str:
    written = part.get_filename() or ""
    name = _decoded(written) if "=?" in written else written
    return one_line(canonical(name).replace("\\", "/").rpartition("/")[2], 120)


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: Message) -> str:
    data = _bytes(part)
    charset = part.get_content_charset()
    try:
        # The codecs that are no text encodings have no business here.
        return canonical(data.decode(charset)) if charset and charset.isascii() else _guessed(data)
    except (LookupError, ValueError):
        return _guessed(data)


def _guessed(data: bytes) -> str:
    try:
        return decode(data).text
    except UnreadableFileError:
        return ""


def _is_flowed(part: Message) -> bool:
    return str(part.get_param("format", "")).lower() == "flowed"


def _wrapped_back(text: str, *, flowed: bool) -> str:
    """Join the lines that a mail program wrapped: those that say so, or whose next word found no room."""
    lines = text.split("\n")
    width = max((len(line) for line in lines if len(line) <= _WIDEST), default=0)
    joined: list[str] = []
    goes_on = False
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if goes_on:
            joined[-1] = f"{joined[-1].rstrip(' ')} {line.lstrip(' ')}"
        else:
            joined.append(line)
        first = following.strip().partition(" ")[0]
        if flowed:
            goes_on = line.endswith(" ") and bool(first) and line != "-- "
        else:
            full = _FILLED <= width <= _WIDEST and len(line) <= width and len(line.rstrip()) + 1 + len(first) > width
            goes_on = full and bool(first) and not re.match(r"[>•*–-]|\d{1,2}[.)]", first) and bool(line.strip())
    return "\n".join(joined)


def _said(message: Message, head: str) -> str:
    return one_line(canonical(_decoded(str(message.get(head, ""))[:4000])))


def _decoded(written: str) -> str:
    try:
        return str(make_header(decode_header(written)))
    except _STUMBLES:
        return written


def _date(message: Message) -> str:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))[:200]).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _folded(text: str) -> str:
    return "".join(text.casefold().replace("’", "'").split())
