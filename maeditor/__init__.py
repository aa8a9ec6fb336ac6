"""maeditor: a desktop editor of fact sheets, where every figure keeps the passage it came from."""

__version__ = "0.1.0"
