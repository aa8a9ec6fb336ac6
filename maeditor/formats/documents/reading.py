"""Which reader reads which kind of document. Runs in a process of its own: see maeditor.formats.confined."""

from __future__ import annotations

from maeditor.formats.content import Content

SECONDS = 60.0
MEGABYTES = 450


def read_document(data: bytes, suffix: str, name: str) -> Content:
    """Read the bytes of a document. Raises UnreadableFileError."""
    if suffix == ".pdf":
        from maeditor.formats.documents.pdf import read_pdf

        return read_pdf(data, name)
    if suffix == ".docx":
        from maeditor.formats.documents.docx import read_docx

        return read_docx(data, name)
    from maeditor.formats.documents.odt import read_odt

    return read_odt(data, name)
