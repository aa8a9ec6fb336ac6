"""Facts out in other formats from the window: which, where to, behind the window, and the way to the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from maeditor.domain.errors import ExportError
from maeditor.domain.file_names import file_name_for
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import JobHandle

if TYPE_CHECKING:
    from maeditor.domain.sheets import Sheet
    from maeditor.services.library import OpenArticle
    from maeditor.services.publishing import Choices

Function = Callable[[], None]

OF_FACTS = {
    "export-csv": ".csv",
    "export-annotations": ".jsonld",
    "export-qda": ".qdpx",
    "export-fact-sheet": ".pdf",
}
"""The commands that write chosen facts, with what they write."""
COPIES = (".html", ".docx")
JOB = "publishing.job"


def functions(desk: Desk, window: QWidget, opened: Callable[[], OpenArticle | None]) -> dict[str, Function]:
    """What the commands can call: files, paper and the clipboard; ``opened`` is the article in front."""
    return {
        **{name: partial(export_facts, desk, window, suffix) for name, suffix in OF_FACTS.items()},
        "export-copy": lambda: export_copy(desk, window, opened()),
        "print": lambda: _print(desk, window, opened()),
        "copy-with-source": lambda: _copy(desk, opened()),
    }


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person chose before the place: a sheet, or everything; what parts the cells of a CSV."""

    sheet: Sheet | None = None
    delimiter: str = ""


def export_facts(desk: Desk, window: QWidget, suffix: str) -> None:
    """Ask which facts where there is a choice, then where to, and write them."""
    from maeditor.services.sheets import sheets

    saved = sheets(desk.runner)
    if saved or suffix == ".csv":
        _ask(desk, window, suffix, saved)
    else:
        _choose_place(desk, window, suffix, Asked())


def _ask(desk: Desk, window: QWidget, suffix: str, saved: Sequence[Sheet]) -> None:
    from maeditor.formats.outgoing.csv_rows import COMMA, SEMICOLON, usual_delimiter
    from maeditor.ui.dialogs.form_dialog import FormDialog

    say, by_id = desk.words.say, {each.id: each for each in saved}
    chosen: list[Asked] = []
    delimiter: QComboBox | None = None
    which: QComboBox | None = None

    def keep() -> None:
        sheet = by_id.get(which.currentData()) if which is not None else None
        chosen.append(Asked(sheet, delimiter.currentData() if delimiter is not None else ""))

    title = f"publishing.title_{suffix.removeprefix('.')}"
    dialog = FormDialog(title, desk.theme, desk.words, keep, window, "publishing.choose_place")
    if saved:
        every = [("", say("publishing.everything")), *((each.id, each.title) for each in saved)]
        which = dialog.add_choice("publishing.which_facts", every)
    if suffix == ".csv":
        signs = [(SEMICOLON, say("publishing.semicolon")), (COMMA, say("publishing.comma"))]
        delimiter = dialog.add_choice("publishing.delimiter", signs, usual_delimiter(desk.words.language))
    dialog.accepted.connect(lambda: _choose_place(desk, window, suffix, chosen[-1]))
    dialog.open()


def _choose_place(desk: Desk, window: QWidget, suffix: str, asked: Asked) -> None:
    from maeditor.services import library
    from maeditor.services.exporting import is_project
    from maeditor.services.publishing import Choices

    name = asked.sheet.title if asked.sheet is not None else library.totals(desk.runner).name
    path = _place(desk, window, name, (suffix,))
    if path is None:
        return
    if is_project(path):
        desk.notices.error_from(ExportError("export_onto_project", name=path.name))
    elif suffix == ".pdf":
        _start_sheet(desk, window, path, asked.sheet)
    else:
        _start(desk, path, Choices(delimiter=asked.delimiter, sheet=asked.sheet))


def export_copy(desk: Desk, window: QWidget, opened: OpenArticle | None) -> None:
    """Ask where to, and write the article in front with its facts as notes: a page, or a document for Word."""
    from maeditor.services.publishing import Choices

    if opened is None:
        desk.notices.hint(desk.words.say("article.none_open", how=desk.words.called("import-files")))
        return
    path = _place(desk, window, opened.article.title or opened.article.file_name, COPIES)
    if path is not None:
        _start(desk, path, Choices(opened.article.id))


def _place(desk: Desk, window: QWidget, name: str, suffixes: Sequence[str]) -> Path | None:
    """Where a person wants the file; its name ends as its format does."""
    say = desk.words.say
    kinds = {f"{say(f'publishing.kind_{suffix[1:]}')} (*{suffix})": suffix for suffix in suffixes}
    title = say(f"publishing.title_{suffixes[0].removeprefix('.')}")
    offered = file_name_for(name, suffixes[0])
    file, kind = QFileDialog.getSaveFileName(window, title, offered, ";;".join(kinds))
    if not file:
        return None
    path = Path(file)
    wanted = kinds.get(kind, suffixes[0])
    if path.suffix.lower() == wanted or (path.suffix.lower() in suffixes and not kind):
        return path
    # Another kind was chosen than the name that was offered ends with.
    return path.with_suffix(wanted) if path.suffix.lower() in suffixes else Path(f"{file}{wanted}")


def _start(desk: Desk, path: Path, choices: Choices) -> None:
    from maeditor.services import publishing
    from maeditor.services.publishing import PublishReport

    runner, wording = desk.runner, desk.words.wording

    def work(handle: JobHandle) -> PublishReport:
        return publishing.publish(runner, path, wording, choices, progress=handle.progress, cancelled=handle.cancelled)

    def written(report: PublishReport) -> None:
        copied = report.suffix in publishing.COPIES
        sentence = "publishing.exported_copy" if copied else "publishing.exported"
        told = [desk.words.say(sentence, count=report.facts, file=path.name), *report.remarks]
        _tell(desk, "\n".join(told), path)

    desk.jobs.start(JOB, work, written, desk.notices.error_from)


def _start_sheet(desk: Desk, window: QWidget, path: Path, sheet: Sheet | None) -> None:
    from maeditor.services.fact_sheet import PrintedSheet, printed_sheet
    from maeditor.ui.fact_sheet import FactSheetPrinting
    from maeditor.wording import Wording

    runner, wording = desk.runner, desk.words.wording
    words = Wording(sheet.language) if sheet is not None and sheet.language else wording

    def written(pages: int) -> None:
        _tell(desk, desk.words.say("publishing.exported_pages", count=pages, file=path.name), path)

    def gathered(told: PrintedSheet) -> None:
        printing = FactSheetPrinting(path, told, words, window)
        printing.written.connect(written)
        printing.failed.connect(desk.notices.error_from)

    desk.jobs.start(JOB, lambda _handle: printed_sheet(runner, words, sheet), gathered, desk.notices.error_from)


def _tell(desk: Desk, text: str, path: Path) -> None:
    address = QUrl.fromLocalFile(str(path))

    def show() -> None:
        QDesktopServices.openUrl(address)

    desk.notices.info(text, desk.words.say("notice.open"), show)


def _print(desk: Desk, window: QWidget, opened: OpenArticle | None) -> None:
    from maeditor.ui.printing import print_article

    print_article(desk, window, opened)


def _copy(desk: Desk, opened: OpenArticle | None) -> None:
    from maeditor.ui.source_copy import copy_with_source

    copy_with_source(desk.selection, opened, desk.words.wording)
