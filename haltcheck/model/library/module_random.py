"""Random draws."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads


class Draws(Library):
    """Draws are fair: what happens with probability one happens."""

    name = "random"
    facts: ClassVar[Facts] = {
        **each(
            "betavariate expovariate gammavariate gauss lognormvariate normalvariate "
            "paretovariate random triangular uniform vonmisesvariate weibullvariate",
            reads("float"),
        ),
        **each("getrandbits", reads("int", low=0)),
        **each("randint randrange", reads("int")),
        "randbytes": reads("bytes", low=0),
        "choice": reads("any"),
        **each("choices sample", Fact(("list",), 0)),
        "shuffle": Fact(("none",), writes="arguments"),
        **each("seed setstate", Fact(("none",))),
        "getstate": reads("tuple"),
        **each("Random SystemRandom", Fact(("object",))),
    }
