"""Runs the command line: `python -m fasti`."""

import sys

from fasti.cli import main

sys.exit(main())
