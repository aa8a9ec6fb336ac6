"""The projects that store tests run on."""

from project_files import shared_file  # noqa: F401
from store_fixtures import (  # noqa: F401
    empty_database,
    empty_project,
    new_target,
    postgres_server,
    postgres_url,
    project_file,
    store,
    target,
)
