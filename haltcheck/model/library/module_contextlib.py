"""Context managers."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Contexts(Library):
    """``suppress`` swallows what it names."""

    name = "contextlib"
    facts: ClassVar[Facts] = {
        **each(
            "AsyncExitStack ExitStack aclosing asynccontextmanager closing contextmanager "
            "nullcontext redirect_stderr redirect_stdout suppress",
            Fact(("any",)),
        ),
    }
