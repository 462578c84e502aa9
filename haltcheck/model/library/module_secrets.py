"""Draws that nobody can foresee."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure, reads


class Secrets(Library):
    """Draws are fair: what happens with probability one happens."""

    name = "secrets"
    facts: ClassVar[Facts] = {
        **each("randbelow randbits", reads("int", low=0)),
        "token_bytes": reads("bytes", low=0),
        **each("token_hex token_urlsafe", reads("str", low=0)),
        "choice": reads("any"),
        "compare_digest": pure("bool"),
        "SystemRandom": Fact(("object",)),
    }
