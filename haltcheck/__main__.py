"""Lets ``python -m haltcheck`` do what the console script does."""

import os
import sys

# ``-m`` puts the working folder first: a file there named like a library would be run, not read.
_home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:] = [entry for entry in sys.path if entry not in ("", os.getcwd(), _home)] + [_home]

if __name__ == "__main__":
    from haltcheck.cli import leave

    leave()
