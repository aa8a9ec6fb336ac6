"""The one small style sheet: fields, combos, menus, scroll bars. Everything else is palette and delegates."""

from __future__ import annotations

from collections.abc import Callable

from maeditor.assets import resource
from maeditor.ui.tokens import Tokens

QUIET_CHOICE = "quietChoice"
"""The name of a choice that looks like text until the mouse or the keyboard comes."""


def style_sheet(tokens: Tokens, px: Callable[[float], int], *, dark: bool) -> str:
    """Write it from the tokens; sizes scaled."""
    arrow = resource("icons", f"down-{'dark' if dark else 'light'}.svg").as_posix()
    return f"""
QLineEdit, QComboBox {{
    background: {tokens.raised}; color: {tokens.text}; border: 1px solid {tokens.control};
    border-radius: {px(6)}px; padding: 0 {px(8)}px; min-height: {px(30) - 2}px;
    selection-background-color: {tokens.sel_text}; selection-color: {tokens.text};
}}
QLineEdit:focus, QComboBox:focus {{
    border: 2px solid {tokens.focus}; padding: 0 {px(7)}px; min-height: {px(30) - 4}px;
}}
QLineEdit:disabled, QComboBox:disabled {{ color: {tokens.disabled}; border-color: {tokens.line2}; }}
#{QUIET_CHOICE} {{ background: transparent; border: 1px solid transparent; padding: 0 {px(6)}px; }}
#{QUIET_CHOICE}:hover {{ background: {tokens.raised}; border-color: {tokens.control}; }}
#{QUIET_CHOICE}:focus {{ background: {tokens.raised}; border: 2px solid {tokens.focus}; padding: 0 {px(5)}px; }}
QComboBox::drop-down {{ border: none; width: {px(22)}px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: {px(12)}px; height: {px(12)}px; }}
QComboBox QAbstractItemView {{
    background: {tokens.raised}; color: {tokens.text}; border: 1px solid {tokens.line2};
    selection-background-color: {tokens.selected}; selection-color: {tokens.text}; outline: none;
}}
QMenuBar {{ background: {tokens.window}; color: {tokens.text}; border-bottom: 1px solid {tokens.line}; }}
QMenuBar::item {{ padding: {px(6)}px {px(7)}px; background: transparent; }}
QMenuBar::item:selected {{ background: {tokens.hover}; border-radius: {px(5)}px; }}
QMenu {{ background: {tokens.raised}; color: {tokens.text}; border: 1px solid {tokens.line2}; padding: {px(5)}px; }}
QMenu::item {{ padding: {px(6)}px {px(26)}px {px(6)}px {px(12)}px; border-radius: {px(5)}px; }}
QMenu::item:selected {{ background: {tokens.selected}; }}
QMenu::item:disabled {{ color: {tokens.disabled}; }}
QMenu::separator {{ height: 1px; background: {tokens.line}; margin: {px(5)}px {px(8)}px; }}
QToolTip {{ background: {tokens.raised}; color: {tokens.text}; border: 1px solid {tokens.line2}; padding: {px(4)}px; }}
QToolButton {{ border: 1px solid transparent; border-radius: {px(6)}px; padding: {px(4)}px; background: transparent; }}
QToolButton:hover {{ background: {tokens.hover}; }}
QToolButton:focus {{ border: 2px solid {tokens.focus}; }}
QDialog QPushButton {{
    background: {tokens.raised}; color: {tokens.text}; border: 1px solid {tokens.control}; border-radius: {px(6)}px;
    padding: 0 {px(12)}px; min-height: {px(30) - 2}px;
}}
QDialog QPushButton:hover {{ background: {tokens.hover}; }}
QDialog QPushButton:disabled {{ color: {tokens.disabled}; border-color: {tokens.line2}; }}
QDialog QPushButton:focus {{
    border: 2px solid {tokens.focus}; padding: 0 {px(12) - 1}px; min-height: {px(30) - 4}px;
}}
QCheckBox {{ border: 2px solid transparent; border-radius: {px(6)}px; padding: {px(2)}px; spacing: {px(8)}px; }}
QCheckBox:focus {{ border-color: {tokens.focus}; }}
QScrollBar:vertical {{ background: transparent; width: {px(9)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(9)}px; margin: 0; }}
QScrollBar::handle {{ background: {tokens.line2}; border-radius: {px(3)}px; margin: {px(2)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(28)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(28)}px; }}
QScrollBar::handle:hover {{ background: {tokens.control}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {tokens.line}; }}
"""
