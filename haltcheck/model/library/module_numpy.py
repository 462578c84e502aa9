"""Arrays."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, reads, world


class Arrays(Library):
    """What sums up an array gives a number of numpy's own, or an array."""

    name = "numpy"
    facts: ClassVar[Facts] = {
        **each(
            "arange array asarray ascontiguousarray copy empty empty_like eye full full_like "
            "identity linspace logspace ones ones_like zeros zeros_like",
            Fact(("object",)),
        ),
        "fromiter": Fact(("object",), consumes=True),
        **each(
            "append argsort argwhere bincount column_stack concatenate cumprod cumsum delete "
            "diff hstack insert isclose pad repeat roll stack tile unique vstack",
            Fact(("object",)),
        ),
        **each(
            "abs all any argmax argmin ceil clip cos dot exp floor isfinite isinf isnan log "
            "matmul max mean median min outer percentile prod quantile reshape round "
            "searchsorted sign sin sort sqrt square squeeze std sum transpose var where",
            reads("any"),
        ),
        **each("allclose array_equal", reads("bool")),
        **each("ndim size", reads("int", low=0)),
        "shape": reads("tuple", low=0),
        **each("copyto fill_diagonal place put putmask", Fact(("none",), writes="arguments")),
        **each("load loadtxt genfromtxt fromfile", also(world("any"), consumes=True)),
        **each("frombuffer fromstring", Fact(("object",))),
        **each("save savetxt savez", Fact(("none",), writes="arguments")),
        **each("linalg.det linalg.inv linalg.norm linalg.solve", reads("any")),
        **each("random.default_rng", Fact(("object",))),
        **each("random.choice random.normal random.rand random.randint random.randn", reads("any")),
        **each("random.random random.uniform", reads("any")),
        "random.shuffle": Fact(("none",), writes="arguments"),
        "random.seed": Fact(("none",)),
    }
