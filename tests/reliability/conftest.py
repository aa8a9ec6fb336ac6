"""The same projects and samples as the store's tests."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "store"))

from store_fixtures import (  # noqa: F401
    empty_database,
    empty_project,
    new_target,
    postgres_server,
    project_file,
)
