"""The schema's history: one module a revision, run by ``maeditor.store.migrate``."""
