"""Where the bundle starts."""

import sys

from maeditor.__main__ import main

sys.exit(main())
