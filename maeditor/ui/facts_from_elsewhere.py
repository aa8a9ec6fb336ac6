"""Facts from a file: chosen, held against their articles behind the window, shown, and taken in as one action."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from maeditor.domain.changes import Done
from maeditor.services import vetting
from maeditor.services.vetting import Vetted
from maeditor.ui.desk import Desk


def ask_facts(desk: Desk, window: QWidget) -> None:
    """Choose a file of facts and look it over."""
    say = desk.words.say
    kinds = f"{say('vetting.files')} (*.jsonl *.csv *.xlsx)"
    file, _kind = QFileDialog.getOpenFileName(window, say("vetting.choose"), "", kinds)
    if file:
        look_over(desk, window, Path(file))


def look_over(desk: Desk, window: QWidget, path: Path) -> None:
    """Hold the facts of a file against their articles, then show what was found."""
    runner, language = desk.runner, desk.words.language

    def looked(vetted: tuple[Vetted, ...]) -> None:
        if not vetted:
            desk.notices.info(desk.words.say("vetting.none", name=path.name))
            return
        from maeditor.ui.dialogs.vetting import VettingDialog

        dialog = VettingDialog(desk.theme, desk.words, path.name, vetted, window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda code: _closed(desk, dialog, vetted, path.name, code))
        dialog.open()

    desk.jobs.start(
        "job.vetting",
        lambda handle: vetting.vet_facts(
            runner, path, language=language, progress=handle.progress, cancelled=handle.cancelled
        ),
        looked,
        desk.notices.error_from,
    )


def _closed(desk: Desk, dialog: QDialog, vetted: tuple[Vetted, ...], name: str, code: int) -> None:
    from maeditor.ui.dialogs.vetting import VettingDialog

    if code != QDialog.DialogCode.Accepted or not isinstance(dialog, VettingDialog):
        return
    runner, without = desk.runner, dialog.without.isChecked()

    def taken(done: Done | None) -> None:
        if done is not None:
            desk.bulletin.publish(done)
            desk.notices.info(desk.words.say("vetting.taken", count=int(done.action.details["count"])))

    desk.jobs.start(
        "job.taking_facts",
        lambda _handle: vetting.take_facts(runner, vetted, name, without_passage=without),
        taken,
        desk.notices.error_from,
    )
