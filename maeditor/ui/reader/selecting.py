"""Growing a selection: word, sentence, paragraph; pure, over the article's own text."""

from __future__ import annotations


def widen(text: str, start: int, end: int, lines: tuple[int, int] | None = None) -> tuple[int, int]:
    """The next larger natural unit around a span: the sentences it touches, then its paragraphs, then itself.

    ``lines`` is the stretch of the lines it touches, where that is known better than by line feeds (list marks).
    """
    around = lines or _lines_around(text, start, end)
    for grown in (_sentences_around(text, start, end, around), _paragraphs_around(text, around)):
        if grown is not None and grown[0] <= start and end <= grown[1] and grown != (start, end):
            return grown
    return (start, end)


def move_by_word(text: str, position: int, *, forward: bool) -> int:
    """The next place where a word ends (forward) or begins (backward)."""
    if forward:
        while position < len(text) and not _in_word(text, position):
            position += 1
        while position < len(text) and _in_word(text, position):
            position += 1
        return position
    while position > 0 and not _in_word(text, position - 1):
        position -= 1
    while position > 0 and _in_word(text, position - 1):
        position -= 1
    return position


def moved(text: str, start: int, end: int, *, last: bool, forward: bool) -> tuple[int, int]:
    """A span with its end (``last``) or its start moved by a word; as it was where nothing would be left of it."""
    to = move_by_word(text, end if last else start, forward=forward)
    first, beyond = (start, to) if last else (to, end)
    return trimmed(text, first, beyond) if first < beyond and text[first:beyond].strip() else (start, end)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the spaces at its ends; unchanged if it holds nothing else."""
    left, right = start, end
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    return (left, right) if left < right else (start, end)


def _in_word(text: str, position: int) -> bool:
    """Tell whether a code point belongs to a word; a point or comma between figures does: ``20.5`` is one word."""
    character = text[position]
    if character.isalnum() or character in "_%€$":
        return True
    if character in ".,’'-\u202f\u00a0" and 0 < position < len(text) - 1:
        before, after = text[position - 1], text[position + 1]
        if character in "’'-":
            return before.isalnum() and after.isalnum() and character == "-"
        return before.isdigit() and after.isdigit()
    return False


def _lines_around(text: str, start: int, end: int) -> tuple[int, int]:
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", max(end - 1, start))
    return left, len(text) if right == -1 else right


def _paragraphs_around(text: str, around: tuple[int, int]) -> tuple[int, int] | None:
    left, right = around
    return trimmed(text, left, right) if text[left:right].strip() else None


def _sentences_around(text: str, start: int, end: int, around: tuple[int, int]) -> tuple[int, int] | None:
    from maeditor.extraction.text.sentences import sentences

    left, right = around
    if "\n" in text[start:end]:
        first = sentences(text, left, text.find("\n", start))
        last_line = text.rfind("\n", 0, end) + 1
        touched = [each for each in first if each.end > start] + [
            each for each in sentences(text, last_line, right) if each.start < end
        ]
    else:
        touched = [each for each in sentences(text, left, right) if each.start < end and each.end > start]
        if start == end:
            touched = [each for each in sentences(text, left, right) if each.start <= start][-1:]
    return (touched[0].start, touched[-1].end) if touched else None
