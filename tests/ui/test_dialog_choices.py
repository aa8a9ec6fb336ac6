"""What a form offers to choose from would be codes, or begin with what nobody wants."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox
from shell_setting import settle

from maeditor.ui.dialogs.article_dialog import edit_article
from maeditor.ui.dialogs.form_dialog import FormDialog
from maeditor.ui.dialogs.property_dialog import new_property
from maeditor.ui.window import Window


def choices(window: Window) -> list[QComboBox]:
    settle()
    (dialog,) = window.main.findChildren(FormDialog)
    return dialog.findChildren(QComboBox)


def test_an_article_s_language_is_chosen_by_its_name(window: Window) -> None:
    assert window.workspace is not None
    edit_article(window.workspace.desk, window.main)
    (language,) = choices(window)
    assert [language.itemText(at) for at in range(3)] == ["Français", "Anglais", "Arabe"]
    assert language.itemData(language.currentIndex()) == "fr"


def test_a_new_property_measures_power_unless_another_is_chosen(window: Window) -> None:
    assert window.workspace is not None
    new_property(window.workspace.desk, window.main)
    dimension = choices(window)[-1]
    assert dimension.currentText() == "Puissance"
    offered = [dimension.itemText(at) for at in range(dimension.count())]
    assert all(text[0].isupper() for text in offered)
    names = ("Débit de données", "Durée", "Énergie", "Vitesse")
    assert [text for text in offered if text in names] == list(names)
