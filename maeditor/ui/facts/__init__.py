"""The facts beside the article: list, inspector, and the form of a new fact."""
