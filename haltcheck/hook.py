"""The door for pre-commit: the named files, without those that the configuration excludes."""

import sys
from collections.abc import Sequence

from haltcheck.cli import main as check


def main(arguments: Sequence[str] | None = None) -> int:
    """Checks the files that pre-commit names; errors fail the commit, warnings do not."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    return check(["--force-exclude", *given])


if __name__ == "__main__":
    sys.exit(main())
