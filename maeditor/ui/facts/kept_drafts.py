"""What is typed over a fact that goes away meanwhile: said, and there again when the fact comes back."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from maeditor.services.library import FactView
from maeditor.ui.desk import Desk
from maeditor.ui.facts.inspector import Inspector


class KeptDrafts(QObject):
    """An undo or another editor takes a fact away under the hand that changes it; nothing typed goes with it."""

    def __init__(self, desk: Desk, inspector: Inspector) -> None:
        super().__init__(inspector)
        self._desk, self._form = desk, inspector.form
        self._kept: dict[str, dict[str, str]] = {}
        inspector.lost.connect(self._keep)
        inspector.turned.connect(self._bring_back)

    def _keep(self, view: FactView) -> None:
        """An error, for it outlasts the notice of the action that took the fact away."""
        fact, typed = view.fact, self._form.typed
        self._kept[fact.id] = typed
        told = [
            field.text() if isinstance(field, QLineEdit) else field.currentText()
            for field, name in self._form.named()
            if name in typed
        ]
        self._desk.notices.error(
            self._desk.words.say("facts.draft_kept", label=fact.label, typed=", ".join(told)), _about(fact.id)
        )

    def _bring_back(self, view: FactView) -> None:
        typed = self._kept.pop(view.fact.id, {})
        for field, name in self._form.named():
            if name not in typed:
                continue
            if isinstance(field, QLineEdit):
                field.setText(typed[name])
            else:
                field.setCurrentIndex(max(field.findData(typed[name]), 0))
        if typed:
            self._desk.notices.resolve(_about(view.fact.id))


def _about(fact_id: str) -> str:
    return f"draft of {fact_id}"
