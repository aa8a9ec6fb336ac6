"""The sidebar: the project, its views, its articles."""
