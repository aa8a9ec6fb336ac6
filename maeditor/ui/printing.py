"""Ctrl+P: the article in front on paper, its passages numbered, and below the facts that they carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from maeditor.domain.facts import State
from maeditor.services.library import FactView, OpenArticle
from maeditor.ui import fact_text
from maeditor.ui.date_text import date_text
from maeditor.ui.desk import Desk
from maeditor.ui.reader.shown_text import LineKind, show_text
from maeditor.ui.reader.view import ArticleView
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words
from maeditor.wording import Wording

POINTS = {LineKind.TITLE: 18.0, LineKind.HEADING: 12.5}
BODY, SMALL = 10.5, 8.5
RAISED = QTextCharFormat.VerticalAlignment.AlignSuperScript
Span = tuple[int, int]


def print_article(desk: Desk, window: QWidget, opened: OpenArticle | None) -> None:
    """Ask for the printer and print; the window goes on meanwhile."""
    if opened is None:
        desk.notices.hint(desk.words.say("article.none_open", how=desk.words.called("import-files")))
        return
    document = printed(opened, desk.words, desk.theme)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(opened.article.title)
    dialog = QPrintDialog(printer, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: document.print_(printer))
    # Its own open() takes a receiver, which hides the one without.
    QDialog.open(dialog)


def printed(opened: OpenArticle, words: Words, theme: Theme) -> QTextDocument:
    """The article as a document, black on white whatever the theme is; pages are numbered as they are printed."""
    views = [view for view in opened.facts if view.fact.state is not State.REJECTED]
    document = QTextDocument()
    # Undo would keep everything a second time.
    document.setUndoRedoEnabled(False)
    writer = _Writer(document, theme, opened.article.language)
    _write_text(writer, opened, views, words.wording)
    _write_facts(writer, views, words.wording)
    return document


class _Writer:
    """Writes lines; never markup: what an article says is only ever text."""

    def __init__(self, document: QTextDocument, theme: Theme, language: str) -> None:
        self._cursor = QTextCursor(document)
        self._theme, self._language = theme, language
        self._begun = False

    def begin(self, *, right_to_left: bool, above: float) -> None:
        """Begin a line; ``above`` is the room over it in points."""
        line = QTextBlockFormat()
        line.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        line.setTopMargin(above)
        line.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._begun:
            self._cursor.insertBlock(line)
        else:
            self._cursor.setBlockFormat(line)
        self._begun = True

    def write(self, text: str, points: float = BODY, *, ours: bool = False, **how: bool) -> None:
        """Write on; ``ours`` in the interface's typeface; ``strong``, ``underlined``, ``raised``."""
        weight = 600 if how.get("strong") else 400
        font = QFont(self._theme.ui_font(13, weight) if ours else self._theme.reading_font(18, weight, self._tongue))
        font.setPointSizeF(points)
        # Signs drawn to suit their neighbours have no letter of their own in a PDF: F-0001 could not be sought in it.
        font.setFeature(QFont.Tag("calt"), 0)
        form = QTextCharFormat()
        form.setFont(font)
        form.setForeground(Qt.GlobalColor.black)
        form.setFontUnderline(how.get("underlined", False))
        if how.get("raised"):
            form.setVerticalAlignment(RAISED)
        self._cursor.insertText(text, form)

    @property
    def _tongue(self) -> str:
        return self._language.partition("-")[0].lower()


def _write_text(writer: _Writer, opened: OpenArticle, views: Sequence[FactView], words: Wording) -> None:
    article = opened.article
    spans: list[Span] = []
    ends: dict[int, list[int]] = defaultdict(list)
    for number, view in enumerate(views, 1):
        for each in view.evidence:
            if each.passage.text_id == opened.version.id:
                spans.append((each.passage.start, each.passage.end))
                if number not in ends[each.passage.end]:
                    ends[each.passage.end].append(number)
    shown = show_text(
        opened.text,
        article.title,
        opened.noise,
        is_held=lambda start, end: any(a < end and start < b for a, b in spans),
    )
    right_to_left = ArticleView(article.id, article.title, opened.text, language=article.language).right_to_left
    for at, line in enumerate(shown.plain.split("\n")):
        kind, (start, end) = shown.kind(at), shown.line_span(at)
        title = kind is LineKind.TITLE
        points = SMALL if kind is LineKind.NOISE else POINTS.get(kind, BODY)
        writer.begin(right_to_left=right_to_left, above=0 if at == 0 else 14 if kind is LineKind.HEADING else 5)
        if kind is LineKind.ITEM:
            writer.write("•\u00a0", points)
        strong = title or kind is LineKind.HEADING
        # A title put before the text stands for no part of it.
        for piece_start, piece_end in _pieces(start, end, spans) if end > start else ((0, len(line)),):
            offset = start if end > start else 0
            marked = end > start and any(a <= piece_start and piece_end <= b for a, b in spans)
            writer.write(line[piece_start - offset : piece_end - offset], points, strong=strong, underlined=marked)
            if end > start and piece_end in ends:
                told = ", ".join(words.number(number) for number in ends[piece_end])
                writer.write(told, points, ours=True, raised=True)
        if title:
            writer.begin(right_to_left=right_to_left, above=2)
            source = article.publisher or article.author or words.say("shell.source_missing")
            known = [source, date_text(article.published, words), article.url]
            writer.write(" · ".join(fact_text.isolated(each) for each in known if each), SMALL, ours=True)


def _pieces(start: int, end: int, spans: Sequence[Span]) -> Iterator[Span]:
    """A line cut where passages begin and end."""
    cuts = {start, end}
    for a, b in spans:
        cuts |= {each for each in (a, b) if start < each < end}
    yield from pairwise(sorted(cuts))


def _write_facts(writer: _Writer, views: Sequence[FactView], words: Wording) -> None:
    if not views:
        return
    writer.begin(right_to_left=False, above=22)
    writer.write(words.say("facts.title"), POINTS[LineKind.HEADING], ours=True, strong=True)
    for number, view in enumerate(views, 1):
        writer.begin(right_to_left=False, above=7)
        value = fact_text.isolated(fact_text.value_text(view, words))
        writer.write(f"{words.number(number)}.\u00a0{value}", BODY, ours=True, strong=True)
        state = fact_text.state_text(view.fact.state, words)
        writer.write(f"  {fact_text.about_text(view, words)} · {view.fact.label} · {state}", SMALL, ours=True)
        for each in view.evidence:
            writer.begin(right_to_left=False, above=1)
            quote = fact_text.isolated(" ".join(each.passage.exact.split()))
            writer.write(words.say("facts.quote", quote=quote), SMALL, ours=True)
        if not view.evidence:
            writer.begin(right_to_left=False, above=1)
            writer.write(words.say("facts.without_passage"), SMALL, ours=True)
