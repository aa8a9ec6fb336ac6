"""A project in the exchange format of qualitative analysis, REFI-QDA 1.5 (``.qdpx``).

A zip of ``project.qde`` and the articles' texts: properties are codes in a group a family, passages are selections,
each fact is a note on its selections. Positions are code points from 0, as there.
Source: REFI-QDA 1.5, Project.xsd (namespace ``urn:QDA-XML:project:1.0``).
"""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from maeditor.domain.articles import Passage
from maeditor.domain.properties import Family, Property
from maeditor.formats.outgoing.colours import LINES
from maeditor.formats.outgoing.content import (
    Course,
    OutgoingFact,
    OutgoingLink,
    OutgoingProject,
    OutgoingReport,
    OutgoingText,
)
from maeditor.formats.outgoing.names import guid
from maeditor.formats.outgoing.xml_text import XmlText
from maeditor.formats.safe_replace import atomic_write

NAMESPACE = "urn:QDA-XML:project:1.0"
DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every part: two exports of the same are the same, byte for byte."""


@dataclass(slots=True)
class _Selection:
    """One passage with the facts on it."""

    passage: Passage
    on: list[tuple[OutgoingFact, OutgoingLink]] = field(default_factory=list)


def write_refi_qda(
    path: Path,
    project: OutgoingProject,
    family_names: dict[Family, str],
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> OutgoingReport:
    """Write the archive. Raises ExportError; what stood there stays until all is written."""
    xml = XmlText()
    course = Course(path.name, len(project.facts) + len(project.texts), progress, cancelled)
    with atomic_write(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        with package.open(_part("project.qde"), "w", force_zip64=True) as part:
            for piece in _Document(project, family_names, xml, course).pieces():
                part.write(piece.encode())
        for text in project.texts:
            package.writestr(_part(f"Sources/{guid(text.version.id)}.txt"), project.read(text.version.id).encode())
            course.step()
    without = sum(not fact.links for fact in project.facts)
    return OutgoingReport(len(project.facts), without_passage=without, replaced_characters=xml.replaced)


def _part(name: str) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name, DAY)
    part.compress_type = zipfile.ZIP_DEFLATED
    part.external_attr = 0o644 << 16
    return part


class _Document:
    """Writes ``project.qde`` in the order of its schema."""

    def __init__(self, project: OutgoingProject, family_names: dict[Family, str], xml: XmlText, course: Course) -> None:
        self._project, self._family_names, self._xml, self._course = project, family_names, xml, course
        self._kinds: dict[str, Property] = {fact.kind.key: fact.kind for fact in project.facts}
        self._selections: dict[str, dict[str, _Selection]] = defaultdict(dict)
        for fact in project.facts:
            for link in fact.links:
                there = self._selections[link.passage.text_id]
                there.setdefault(link.passage.id, _Selection(link.passage)).on.append((fact, link))

    def pieces(self) -> Iterator[str]:
        """The document, piece by piece."""
        at = self._project.exported_at
        yield '<?xml version="1.0" encoding="utf-8"?>\n'
        yield self._open(
            "Project",
            xmlns=NAMESPACE,
            name=self._project.name,
            origin=self._project.program,
            creatingUserGUID=self._user(self._project.editor),
            creationDateTime=_moment(at),
        )
        yield "<Users>\n"
        for name in self._users():
            yield self._open("User", close=True, guid=self._user(name), name=name)
        yield "</Users>\n"
        yield from self._codes()
        yield from self._sources()
        yield from self._notes()
        yield "</Project>\n"

    def _users(self) -> Sequence[str]:
        named = {self._project.editor}
        for fact in self._project.facts:
            named |= {fact.made.by, *(link.made.by for link in fact.links)}
        return sorted(named - {""})

    def _codes(self) -> Iterator[str]:
        if not self._kinds:
            return  # a book without a code is none to the schema
        yield "<CodeBook><Codes>\n"
        for family in Family:
            kinds = sorted((each for each in self._kinds.values() if each.family is family), key=lambda each: each.key)
            if not kinds:
                continue
            name, colour = self._family_names[family], LINES[family]
            yield self._open("Code", guid=guid(f"family:{family.value}"), name=name, isCodable="false", color=colour)
            for kind in kinds:
                label = kind.label(self._project.language)
                yield self._open("Code", guid=_code(kind), name=label, isCodable="true", color=colour)
                yield f"<Description>{self._xml(kind.key)}</Description></Code>\n"
            yield "</Code>\n"
        yield "</Codes></CodeBook>\n"

    def _sources(self) -> Iterator[str]:
        if not self._project.texts:
            return
        yield "<Sources>\n"
        for text in self._project.texts:
            article, name = text.article, guid(text.version.id)
            yield self._open(
                "TextSource",
                guid=name,
                name=article.title or article.file_name,
                plainTextPath=f"internal://{name}.txt",
                creatingUser=self._user(self._project.editor),
                creationDateTime=_moment(article.imported_at),
            )
            yield f"<Description>{self._xml(_source_line(text))}</Description>\n"
            found = self._selections[text.version.id].values()
            for selection in sorted(found, key=lambda each: (each.passage.start, each.passage.end, each.passage.id)):
                yield from self._selection(selection)
            yield "</TextSource>\n"
        yield "</Sources>\n"

    def _selection(self, selection: _Selection) -> Iterator[str]:
        passage = selection.passage
        yield self._open(
            "PlainTextSelection",
            guid=guid(passage.id),
            name=" ".join(passage.exact.split()),
            startPosition=str(passage.start),
            endPosition=str(passage.end),
        )
        told = "\n".join(f"{fact.fact.label} · {fact.statement}" for fact, _link in selection.on)
        yield f"<Description>{self._xml(told)}</Description>"
        for fact, link in selection.on:
            made = link.made if link.made.at else fact.made
            yield self._open(
                "Coding", guid=guid(link.id), creatingUser=self._user(made.by), creationDateTime=_moment(made.at)
            )
            yield self._open("CodeRef", close=True, targetGUID=_code(fact.kind)) + "</Coding>"
        for name in dict.fromkeys(guid(fact.fact.id) for fact, _link in selection.on):
            yield self._open("NoteRef", close=True, targetGUID=name)
        yield "</PlainTextSelection>\n"

    def _notes(self) -> Iterator[str]:
        if not self._project.facts:
            return
        yield "<Notes>\n"
        for fact in self._project.facts:
            yield self._open(
                "Note",
                guid=guid(fact.fact.id),
                name=f"{fact.fact.label} · {fact.value}",
                creatingUser=self._user(fact.made.by),
                creationDateTime=_moment(fact.made.at),
                modifiedDateTime=_moment(fact.made.changed_at),
            )
            yield f"<PlainTextContent>{self._xml(_note(fact))}</PlainTextContent></Note>\n"
            self._course.step()
        yield "</Notes>\n"

    def _user(self, name: str) -> str:
        return guid(f"user:{name}") if name else ""

    def _open(self, tag: str, *, close: bool = False, **attributes: str) -> str:
        """A tag with the attributes that are said."""
        told = "".join(f' {name}="{self._xml(value)}"' for name, value in attributes.items() if value or name == "name")
        return f"<{tag}{told}{'/' if close else ''}>"


def _code(kind: Property) -> str:
    return guid(f"property:{kind.key}")


def _source_line(text: OutgoingText) -> str:
    article = text.article
    return "\n".join(filter(None, (article.publisher, article.author, article.published, article.url)))


def _note(fact: OutgoingFact) -> str:
    return "\n".join(filter(None, (fact.fact.claim, fact.sentence, fact.state, fact.fact.note)))


def _moment(at: str) -> str:
    """A time as xsd:dateTime in UTC; empty where it is none."""
    if not at:
        return ""
    return datetime.fromisoformat(at).astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
