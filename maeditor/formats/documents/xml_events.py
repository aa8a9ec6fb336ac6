"""Walks an XML part without building its tree: entities and outside references are refused, depth is bounded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from xml.etree.ElementTree import ParseError

from maeditor.domain.errors import UnreadableFileError

DEEPEST = 1_000


class Listener(Protocol):
    """What hears of elements; names are ``{namespace}local``."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Hear that an element begins."""

    def end(self, tag: str) -> None:
        """Hear that an element ends."""

    def data(self, text: str) -> None:
        """Hear text."""


class _Bounded:
    """Passes on what it hears down to a depth."""

    def __init__(self, listener: Listener, name: str) -> None:
        self._listener, self._name = listener, name
        self._depth = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise UnreadableFileError("document_is_damaged", name=self._name)
        self._listener.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._listener.end(tag)

    def data(self, text: str) -> None:
        self._listener.data(text)

    def close(self) -> None:
        """Nothing is kept."""


def hear_xml(data: bytes, listener: Listener, name: str) -> None:
    """Tell a listener of all elements of a part. Raises UnreadableFileError, also for one with a document type."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(target=_Bounded(listener, name), forbid_dtd=True)
    try:
        parser.feed(data)
        parser.close()
    except DefusedXmlException as error:
        raise UnreadableFileError("document_is_unsafe", name=name) from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableFileError("document_is_damaged", name=name) from error


class Fields:
    """The texts of elements that hold only text, such as a document's properties: by local name, the first of each."""

    def __init__(self) -> None:
        self._found: dict[str, str] = {}
        self._parts: list[str] = []

    def start(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        """Begin anew: what counts is the text right before an end."""
        self._parts.clear()

    def end(self, tag: str) -> None:
        """Keep the text of the element that ends."""
        self._found.setdefault(tag.rpartition("}")[2], "".join(self._parts).strip())
        self._parts.clear()

    def data(self, text: str) -> None:
        """Collect."""
        self._parts.append(text)

    def of(self, *names: str) -> str:
        """The first of these that says something."""
        return next((self._found[name] for name in names if self._found.get(name)), "")
