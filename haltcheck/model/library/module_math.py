"""Mathematical functions."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, also, each, pure


class Mathematics(Library):
    """All pure; they raise on arguments outside of their domain."""

    name = "math"
    facts: ClassVar[Facts] = {
        **each(
            "acos acosh asin asinh atan atan2 atanh cbrt copysign cos cosh degrees dist erf erfc "
            "exp exp2 expm1 fabs fmod gamma hypot ldexp lgamma log log10 log1p log2 nextafter pow "
            "radians remainder sin sinh sqrt tan tanh ulp",
            pure("float"),
        ),
        **each("fsum", also(pure("float"), consumes=True, pure=False)),
        "prod": also(pure("int", "float"), consumes=True, pure=False),
        **each("ceil floor trunc", pure("int")),
        **each("comb factorial isqrt perm", pure("int", low=0)),
        **each("gcd lcm", pure("int", low=0)),
        **each("isclose isfinite isinf isnan", pure("bool")),
        **each("frexp modf", pure("tuple", low=2, high=2)),
    }
