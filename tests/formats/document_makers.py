"""Makes the smallest documents that hold what a test needs: PDF, DOCX and ODT, whole or hostile."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from email.message import EmailMessage
from pathlib import Path

READ = Path(__file__).parent / "read"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

Placed = tuple[float, float, float, str]
"""Where a text begins (points from the left and from the bottom), its size, and the text."""


def pdf(pages: Iterable[Iterable[Placed]], properties: Mapping[str, str] | None = None) -> bytes:
    """A PDF in Helvetica."""
    shown = [
        b"BT "
        + b" ".join(
            b"/F %g Tf 1 0 0 1 %g %g Tm (%s) Tj" % (size, left, bottom, _escaped(text))
            for left, bottom, size, text in page
        )
        + b" ET"
        for page in pages
    ]
    first = 5
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(shown)))
    said = b" ".join(b"/%s (%s)" % (key.encode(), _escaped(value)) for key, value in (properties or {}).items())
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(shown)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< %s >>" % said,
    ]
    for number, content in enumerate(shown):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> >> >>" % (first + 2 * number + 1)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return with_table(objects)


def with_table(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of them the catalogue, the fourth the properties."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def packed_pdf(unit: bytes, times: int) -> bytes:
    """A PDF of one page whose content is this, so many times over, packed."""
    packer = zlib.compressobj(9)
    block = unit * 10_000
    packed = b"".join(packer.compress(block) for _ in range(times // 10_000)) + packer.flush()
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << >> >>"
    content = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    pages = b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>"
    return with_table([b"<< /Type /Catalog /Pages 2 0 R >>", pages, b"<< >>", b"<< >>", page, content])


def column(lines: Iterable[str], *, left: float = 60, top: float = 700, size: float = 10) -> list[Placed]:
    """Lines below one another."""
    return [(left, top - 1.25 * size * number, size, line) for number, line in enumerate(lines)]


def _escaped(text: str) -> bytes:
    data = text.encode("cp1252")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def docx(body: str, **parts: str) -> bytes:
    """A Word document of this body; other parts by their names with _ for the slash (``word_footnotes``)."""
    head = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{WORD}"'
    fallback = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    whole = f'{head} xmlns:mc="{fallback}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {"word/document.xml": whole} | {f"{name.replace('_', '/')}.xml": text for name, text in parts.items()}
    )


def said(text: str, properties: str = "") -> str:
    """A paragraph in Word."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def odt(body: str, styles: str = "", **parts: str) -> bytes:
    """An OpenDocument text of this body."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style", "draw")
    )
    whole = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"content.xml": whole} | {f"{name.replace('_', '/')}.xml": text for name, text in parts.items()})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def letter(text: str, subject: str = "Un câble de 60 MW", page: str = "", **attached: bytes) -> bytes:
    """A letter; attached files by their names with _ for the point (``note_txt``)."""
    message = EmailMessage()
    message["From"] = "Salma Idrissi <salma@courrier.example>"
    message["To"] = "redaction@courrier.example"
    message["Subject"] = subject
    message["Date"] = "Thu, 12 Mar 2026 09:00:00 +0100"
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
    for name, data in attached.items():
        file_name = ".".join(name.rsplit("_", 1))
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=file_name)
    return message.as_bytes()
