"""Fixtures of the services' tests."""

from services_project import make_project, project

__all__ = ["make_project", "project"]
