"""The last line of a dialog: what it does and the way out, each with its key; the first is what Enter means."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox

from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

MARGIN, SPACING = 20, 14


def closing_row(dialog: QDialog, theme: Theme, words: Words, do: str) -> tuple[QDialogButtonBox, KeycapButton]:
    """The row and its first button, which says ``do``; the dialog connects what they mean."""
    say, buttons = words.say, QDialogButtonBox(dialog)
    first = KeycapButton(theme, "", say("keys.enter"), dialog, filled=True)
    other = KeycapButton(theme, "", say("keys.escape"), dialog)
    for button, text, role in (
        (first, do, QDialogButtonBox.ButtonRole.AcceptRole),
        (other, say("dialog.cancel"), QDialogButtonBox.ButtonRole.RejectRole),
    ):
        button.setText(text.replace("&", ""))
        button.setAccessibleName(button.text())
        buttons.addButton(button, role)
    first.setDefault(True)
    return buttons, first
