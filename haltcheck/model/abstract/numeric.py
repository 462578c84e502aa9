"""Built-in and library functions on numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.arithmetic import integers
from haltcheck.model.abstract.condition import as_integer
from haltcheck.model.abstract.cut import cut
from haltcheck.model.abstract.power import natural_power, power
from haltcheck.model.abstract.quotient import (
    Rounding,
    down,
    rounded,
    size,
    to_nearest,
    toward_zero,
    up,
)
from haltcheck.model.abstract.root import float_root, whole_root
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import FORGOTTEN, State
from haltcheck.model.abstract.value import (
    Items,
    Known,
    Number,
    Quotient,
    Thing,
    Value,
    as_term,
    mask_of,
)
from haltcheck.model.term import (
    ONE,
    ZERO,
    Formula,
    Integer,
    Term,
    choose,
    compare,
    conjunction,
    disjunction,
)

Numeric = Callable[[Scene, State, list[Value]], "Value | None"]


def unknown_result(scene: Scene, state: State, mask: int) -> Value:
    """A call that may raise and gives anything of a kind; it runs no unknown code."""
    scene.may_raise(state)
    return scene.unknown(state, mask)


def _abs(scene: Scene, state: State, values: list[Value]) -> Value | None:
    term = as_integer(scene, state, values[0]) if len(values) == 1 else None
    if term is None:
        mask = mask_of(values[0]) if values else k.ANY
        return unknown_result(scene, state, mask if not mask & ~k.NUMBER else k.ANY)
    return cut(scene, state, Number(size(term)))


def _extreme(operator: str) -> Numeric:
    def extreme(scene: Scene, state: State, values: list[Value]) -> Value | None:
        terms = [as_integer(scene, state, value) for value in values]
        numbers = [term for term in terms if term is not None]
        if len(values) < 2 or len(numbers) < len(values):
            return _any_of(scene, state, values)
        found: Value = Number(numbers[0])
        for term in numbers[1:]:
            best = as_term(found)
            assert best is not None
            found = cut(scene, state, Number(choose(compare(operator, term, best), term, best)))
        return found

    return extreme


def _any_of(scene: Scene, state: State, values: list[Value]) -> Value:
    mask = 0
    for value in values:
        mask |= mask_of(value)
    if len(values) < 2 or mask & ~k.NUMBER:
        state.stale = state.stale or bool(mask & k.OBJECT)
        return unknown_result(scene, state, k.ANY)
    return scene.unknown(state, mask)


def _int(scene: Scene, state: State, values: list[Value]) -> Value | None:
    if not values:
        return Number(ZERO)
    term = as_term(values[0]) if len(values) == 1 else None
    if term is not None:
        return Number(term)
    if len(values) == 1 and isinstance(values[0], Quotient):
        return cut(scene, state, Number(rounded(scene, state, values[0], toward_zero)))
    whole = _whole_part(state, values[0]) if len(values) == 1 else None
    return unknown_result(scene, state, k.INT) if whole is None else Number(whole)


def _whole_part(state: State, value: Value) -> Term | None:
    """What ``int`` makes of a float that is finite, where it is known."""
    if isinstance(value, Thing) and value.mask == k.FLOAT:
        whole = state.sizes.get(value.id)
        return None if whole == FORGOTTEN else whole
    return None


def _rounded(rounding: Rounding) -> Numeric:
    """``round``, ``math.floor`` and their like, which leave an integer as it is."""

    def to_integer(scene: Scene, state: State, values: list[Value]) -> Value | None:
        if len(values) != 1:
            return unknown_result(scene, state, k.ANY)
        term = as_integer(scene, state, values[0])
        if term is not None:
            return Number(term)
        if isinstance(values[0], Quotient):
            return cut(scene, state, Number(rounded(scene, state, values[0], rounding)))
        return unknown_result(scene, state, k.ANY if mask_of(values[0]) & ~k.NUMBER else k.INT)

    return to_integer


def _float(scene: Scene, state: State, values: list[Value]) -> Value | None:
    """``float("inf")`` and other constants."""
    if len(values) == 1 and isinstance(values[0], Known) and isinstance(values[0].value, str):
        try:
            return Known(float(values[0].value))
        except ValueError:
            pass
    return unknown_result(scene, state, k.FLOAT)


def _divmod(scene: Scene, state: State, values: list[Value]) -> Value | None:
    terms = [as_integer(scene, state, value) for value in values]
    if len(terms) != 2 or terms[0] is None or terms[1] is None:
        return unknown_result(scene, state, k.TUPLE)
    quotient = integers(scene, state, "//", terms[0], terms[1])
    if quotient is None:
        return None
    rest = integers(scene, state, "%", terms[0], terms[1])
    return None if rest is None else Items((quotient, rest))


def _pow(scene: Scene, state: State, values: list[Value]) -> Value | None:
    terms = [as_integer(scene, state, value) for value in values]
    numbers = [term for term in terms if term is not None]
    if len(numbers) < len(values) or len(values) not in (2, 3):
        return unknown_result(scene, state, k.ANY)
    if len(values) == 2:
        return cut(scene, state, power(scene, state, numbers[0], numbers[1]))
    base, exponent, divisor = numbers
    if not scene.raises(state, compare("==", divisor, ZERO), "ValueError"):
        return None
    if isinstance(exponent, Integer) and 0 <= exponent.value <= 2:
        whole = as_term(cut(scene, state, natural_power(scene, state, base, exponent)))
        assert whole is not None
        return integers(scene, state, "%", whole, divisor)
    # An inverse need not exist.
    scene.may_raise(state, ("ValueError",))
    return _chosen(scene, state, partial(remainder_facts, divisor))


def remainder_facts(divisor: Term, result: Term) -> Iterator[Formula]:
    """A remainder has the sign of its divisor and a smaller size."""
    above = conjunction(compare("<=", ZERO, result), compare("<", result, divisor))
    below = conjunction(compare("<", divisor, result), compare("<=", result, ZERO))
    yield disjunction(above, below)


def _root(root: Callable[[Scene, State, Term], Value | None], mask: int) -> Numeric:
    """``math.isqrt`` and ``math.sqrt``."""

    def of_integer(scene: Scene, state: State, values: list[Value]) -> Value | None:
        term = as_integer(scene, state, values[0]) if len(values) == 1 else None
        if term is None:
            return unknown_result(scene, state, mask)
        return root(scene, state, term)

    return of_integer


def _gcd(scene: Scene, state: State, values: list[Value]) -> Value | None:
    """``math.gcd`` of two."""
    terms = [as_integer(scene, state, value) for value in values]
    if len(terms) != 2 or terms[0] is None or terms[1] is None:
        return unknown_result(scene, state, k.INT)
    return _chosen(scene, state, partial(gcd_facts, terms[0], terms[1]))


def gcd_facts(left: Term, right: Term, result: Term) -> Iterator[Formula]:
    """It is positive unless both are 0, and at most the size of either that is not."""
    yield compare("<=", ZERO, result)
    for one, other in ((left, right), (right, left)):
        divides = conjunction(compare("<=", ONE, result), compare("<=", result, size(one)))
        alone = compare("==", result, size(other))
        yield disjunction(
            conjunction(compare("==", one, ZERO), alone),
            conjunction(compare("!=", one, ZERO), divides),
        )


def bit_count(scene: Scene, state: State, term: Term) -> Value:
    """``n.bit_length()`` or ``n.bit_count()``."""
    return _chosen(scene, state, partial(bit_count_facts, term))


def bit_count_facts(term: Term, result: Term) -> Iterator[Formula]:
    """No more than the size of the number, and none for 0 only."""
    yield compare("<=", ZERO, result)
    yield compare("<=", result, size(term))
    yield disjunction(compare("==", term, ZERO), compare("<=", ONE, result))


def _chosen(scene: Scene, state: State, facts: Callable[[Term], Iterator[Formula]]) -> Value:
    """An integer of which only some facts are known."""
    state.exact = False
    result = scene.choice(state)
    for fact in facts(result):
        state.suppose(fact)
    return Number(result)


NUMERIC: dict[str, Numeric] = {
    "abs": _abs,
    "min": _extreme("<"),
    "max": _extreme(">"),
    "int": _int,
    "float": _float,
    "round": _rounded(to_nearest),
    "divmod": _divmod,
    "pow": _pow,
    "math.floor": _rounded(down),
    "math.ceil": _rounded(up),
    "math.trunc": _rounded(toward_zero),
    "math.isqrt": _root(whole_root, k.INT),
    "math.sqrt": _root(float_root, k.FLOAT),
    "math.gcd": _gcd,
}
