"""Truth, comparison and identity of symbolic values, as formulas."""

from __future__ import annotations

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.fraction import beside_float
from haltcheck.model.abstract.scene import Predicate, Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import (
    Closure,
    Fault,
    Flag,
    Items,
    Known,
    Name,
    Number,
    Quotient,
    Range,
    Span,
    Thing,
    Value,
    as_term,
    is_code,
    mask_of,
)
from haltcheck.model.term import (
    FALSE,
    TRUE,
    ZERO,
    Compare,
    Formula,
    Integer,
    Term,
    Truth,
    Variable,
    compare,
    conjunction,
    disjunction,
    invert,
)

_ORDER = ("<", "<=", ">", ">=")


def as_integer(scene: Scene, state: State, value: Value) -> Term | None:
    """Its integer term where it is surely an integer on this path, or raises otherwise."""
    term = as_term(value)
    if term is not None or not isinstance(value, Thing):
        return term
    if value.mask & k.NONE and value.mask & k.WHOLE and not value.mask & ~(k.WHOLE | k.NONE):
        absent = predicate(scene, state, "is", value, Known(None))
        if not scene.raises(state, absent, "TypeError"):
            return None
        whole = scene.start(value.key, value.mask & ~k.NONE) if value.key else None
        fresh = whole if whole is not None else scene.unknown(state, value.mask & ~k.NONE)
        replace(state, value, fresh)
        return as_term(fresh)
    return None


def replace(state: State, old: Thing, new: Value) -> None:
    """Every local and place that holds the old value holds the new one: it was narrowed."""
    for table in (state.locals, state.places):
        for name, value in table.items():
            if value is old or value == old:
                table[name] = new


def truth(scene: Scene, state: State, value: Value) -> Formula:
    """Python's truth of a value."""
    match value:
        case Flag(formula=formula):
            return formula
        case Number(term=term):
            return compare("!=", term, ZERO)
        case Known(value=literal):
            return Truth(bool(literal))
        case Quotient(left=left, right=Integer(value=divisor)) if divisor.bit_length() < 1000:
            return compare("!=", left, ZERO)
        case Quotient():
            return unsure(scene, state)
        case Items(values=values):
            return Truth(bool(values))
        case Name(dotted=dotted):
            return TRUE if is_code(dotted) else unsure(scene, state)
        case Closure() | Span() | Fault():
            return TRUE
        case Range(start=start, stop=stop, step=Integer(value=step)):
            return compare("<", start, stop) if step > 0 else compare("<", stop, start)
        case Range():
            return unsure(scene, state)
        case Thing(mask=mask):
            mask &= ~k.UNBOUND
            if mask == k.NONE:
                return FALSE
            if mask and not mask & ~k.SIZED:
                return compare("<", ZERO, scene.size(state, value))
            if mask and not mask & ~(k.FUNCTION | k.MODULE | k.STREAM):
                return TRUE
            return predicate(scene, state, "truth", value)


def unsure(scene: Scene, state: State) -> Formula:
    """A condition that nobody knows."""
    return scene.coin(state)


def _stable(state: State, value: Value) -> bool:
    """Whether a comparison with the value may stand in a variable of its own."""
    if isinstance(value, Name):
        return is_code(value.dotted)
    if isinstance(value, Known | Closure):
        return True
    if isinstance(value, Number):
        return isinstance(value.term, Integer | Variable) and (
            isinstance(value.term, Integer) or not value.term.name.startswith("?")
        )
    if not isinstance(value, Thing) or not value.key:
        return False
    return not value.mask & ~k.SCALAR or not state.stale


def _text(value: Value) -> str:
    match value:
        case Thing(key=key):
            return key
        case Known(value=literal):
            return repr(literal)
        case Number(term=Integer(value=number)):
            return str(number)
        case Number(term=Variable(name=name)):
            return name
        case Name(dotted=dotted):
            return dotted
        case Closure(qualname=qualname):
            return qualname
        case _:
            return "?"


def predicate(scene: Scene, state: State, operator: str, *operands: Value) -> Formula:
    """A truth value of its own where nothing on the path may have changed it, else a choice.

    Identity survives mutation; truth and equality of objects that may change do not.
    """
    lasting = operator == "is" and all(_is_same(operand) for operand in operands)
    if not lasting and not all(_stable(state, operand) for operand in operands):
        return unsure(scene, state)
    texts = [_text(operand) for operand in operands]
    name = f"bool({texts[0]})" if operator == "truth" else f" {operator} ".join(texts)
    scene.measured.setdefault(name, Predicate(operator, operands))
    return Compare("!=", Variable(name), ZERO)


def _is_same(value: Value) -> bool:
    """Whether it surely is the same object wherever it is read on the path."""
    match value:
        case Thing(key=key):
            return bool(key)
        case Name(dotted=dotted):
            return is_code(dotted)
        case _:
            return True


def relate(scene: Scene, state: State, operator: str, left: Value, right: Value) -> Formula:
    """``left operator right`` for any comparison, identity or membership."""
    match operator:
        case "is not":
            return invert(relate(scene, state, "is", left, right))
        case "!=":
            return invert(relate(scene, state, "==", left, right))
        case "not in":
            return invert(relate(scene, state, "in", left, right))
        case "is":
            return _identical(scene, state, left, right)
        case "==":
            return _equal(scene, state, left, right)
        case "in":
            return _contains(scene, state, left, right)
        case _:
            return _ordered(scene, state, operator, left, right)


def _identical(scene: Scene, state: State, left: Value, right: Value) -> Formula:
    if isinstance(left, Known) and left.value is None:
        left, right = right, left
    first, second = mask_of(left) & ~k.UNBOUND, mask_of(right) & ~k.UNBOUND
    # True and False may be passed as integers.
    alike = first & second or (first & k.WHOLE and second & k.WHOLE)
    if first and second and not alike:
        return FALSE
    if first == second == k.NONE:
        return TRUE
    if isinstance(left, Flag) and isinstance(right, Flag):
        return _equal(scene, state, left, right)
    if isinstance(left, Thing) and left == right:
        return TRUE
    if isinstance(left, Name) and left == right and is_code(left.dotted):
        return TRUE
    if isinstance(right, Known) and right.value is None:
        return predicate(scene, state, "is", left, right)
    if isinstance(left, Thing) and isinstance(right, Thing) and left.key and right.key:
        return predicate(scene, state, "is", left, right)
    return unsure(scene, state)


def _equal(scene: Scene, state: State, left: Value, right: Value) -> Formula:
    if isinstance(left, Known) and isinstance(right, Known):
        return Truth(left.value == right.value)
    first, second = as_term(left), as_term(right)
    if first is not None and second is not None:
        return compare("==", first, second)
    exact = beside_float(scene, state, "==", left, right)
    if exact is not None:
        return exact
    one, other = mask_of(left) & ~k.UNBOUND, mask_of(right) & ~k.UNBOUND
    apart = k.SCALAR | k.LIST | k.TUPLE | k.DICT | k.SET
    alike = (one & k.NUMBER and other & k.NUMBER) or one & other
    if one and other and not alike and not (one | other) & ~apart:
        return FALSE
    for value, text in ((left, right), (right, left)):
        empty = isinstance(text, Known) and text.value in ("", b"")
        if empty and isinstance(value, Thing) and value.mask & mask_of(text):
            if value.mask == mask_of(text):
                return compare("<=", scene.size(state, value), ZERO)
            if not value.mask & ~k.TEXT:
                return conjunction(
                    compare("<=", scene.size(state, value), ZERO), unsure(scene, state)
                )
    if isinstance(left, Thing) and left == right and not one & ~(k.TEXT | k.INT | k.NONE):
        return TRUE
    if (one | other) & (k.OBJECT | k.MUTABLE) and state.stale:
        return unsure(scene, state)
    if isinstance(left, Known) or (isinstance(right, Thing) and not isinstance(left, Thing)):
        left, right = right, left
    return predicate(scene, state, "==", left, right)


def _ordered(scene: Scene, state: State, operator: str, left: Value, right: Value) -> Formula:
    first, second = as_integer(scene, state, left), as_integer(scene, state, right)
    if first is not None and second is not None:
        return compare(operator, first, second)
    exact = beside_float(scene, state, operator, left, right)
    if exact is not None:
        return exact
    one, other = mask_of(left) & ~k.UNBOUND, mask_of(right) & ~k.UNBOUND
    if not (one and other and not (one | other) & ~k.NUMBER) and not (
        one == other and one in (k.STR, k.BYTES)
    ):
        scene.may_raise(state, ("TypeError",))
    return predicate(scene, state, operator, left, right)


def _contains(scene: Scene, state: State, left: Value, right: Value) -> Formula:
    match right:
        case Items(values=values):
            parts = [_equal(scene, state, left, value) for value in values]
            found: Formula = FALSE
            for part in parts:
                found = disjunction(found, part)
            return found
        case Known(value=str() as text) if isinstance(left, Known) and isinstance(left.value, str):
            return Truth(left.value in text)
        case Known(value=bytes() as raw) if isinstance(left, Known) and isinstance(
            left.value, bytes
        ):
            return Truth(left.value in raw)
        case _:
            pass
    one, other = mask_of(left) & ~k.UNBOUND, mask_of(right) & ~k.UNBOUND
    if not (
        (one == other and one in (k.STR, k.BYTES))
        or (other in (k.LIST, k.TUPLE) and not one & ~k.SCALAR)
    ):
        scene.may_raise(state)
    found = predicate(scene, state, "in", left, right)
    if isinstance(right, Thing) and other and not other & ~(k.LIST | k.TUPLE | k.DICT | k.SET):
        # What holds anything is not empty.
        filled = compare("<", ZERO, scene.size(state, right))
        state.suppose(disjunction(invert(found), filled))
    return found
