"""Corrections coming back from Excel: the view, its presenter, the watcher of exported files."""
