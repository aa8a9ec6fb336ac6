"""What the properties of a document are worth: programs fill them in too."""

from __future__ import annotations

import re

from maeditor.formats.content import one_line

_NO_TITLE = re.compile(
    r"\s*(?:microsoft \w+ -.*|untitled.*|sans (?:titre|nom).*|document ?\d*|(?:powerpoint )?presentation ?\d*"
    r"|.*\.(?:docx?|odt|indd|qxp|pdf|tmp|html?|rtf))\s*\Z",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\s*(?:anonym\w*|unknown|inconnu|users?|utilisateur|admin\w*|author|auteur|owner|windows user|microsoft.*"
    r"|python-docx|.*(?:\.com|\\).*|pc|hp|dell|lenovo|asus|acer|\(.*\)|\W*)\s*\Z",
    re.IGNORECASE,
)


def said_title(written: str) -> str:
    """Take a title that somebody wrote, not one that a program made of the file's name."""
    return "" if _NO_TITLE.match(written[:500]) else one_line(written)


def said_author(written: str) -> str:
    """Take a name, not the word that a program puts where nobody gave one."""
    return "" if _NOBODY.match(written[:500]) else one_line(written)
