"""Calls that the next call does not make: what they hand on shuts the way to them.

As in ``if begun is None: return walk(node, begun=[])``.
"""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.frontend.expression import Constant
from haltcheck.model import instruction as i
from haltcheck.model.binding import Bindings
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Function, Test, reached
from haltcheck.model.reference.look import Step


def handed(
    function: Function, call: i.Call | i.CallMethod, *, bare: bool
) -> Iterator[tuple[str, i.Operand]]:
    """The parameters of the next call with their arguments; the receiver apart, unless ``bare``."""
    names = [one.name for one in function.parameters if one.kind not in ("*", "**")]
    if function.in_class is not None and not bare:
        names = names[1:]
    place = 0
    for item in call.items:
        if item.kind == "keyword" and item.name in names:
            yield str(item.name), item.value
        elif item.kind == "positional" and place < len(names):
            yield names[place], item.value
            place += 1


def starts_anew(resolver: Resolver, step: Step, name: str) -> bool:
    """Whether the next call of the function by itself is handed nothing for a parameter that is
    None by default: what this one noted there is not known to that one.
    """
    function, call = step.function, step.instruction
    if not isinstance(call, i.Call | i.CallMethod):
        return False
    if any(item.kind not in ("positional", "keyword") for item in call.items):
        return False
    begun = next((one.default for one in function.parameters if one.name == name), None)
    if not isinstance(begun, Constant) or begun.value is not None:
        return False
    run = resolver.resolve(function, call)
    if not isinstance(run, Resolved) or run.qualnames != (function.qualname,):
        return False
    return all(taken != name for taken, _ in handed(function, call, bare=False))


def is_taken_once(resolver: Resolver, step: Step) -> bool:
    """Whether what a call of the function by itself hands on leads past the call the next time,
    and no other call of the function by itself opens that way again.
    """
    function, call = step.function, step.instruction
    if not isinstance(call, i.Call | i.CallMethod) or step.cyclic:
        return False
    bindings = resolver.bindings(function)
    others = [_values(resolver, function, one) for one in _calls(resolver, function, call)]
    for block in function.blocks:
        end = block.terminator
        if not isinstance(end, Test):
            continue
        holds = [_holds(bindings, end.condition, values) for values in others]
        if holds[0] is not None and len(set(holds)) == 1:
            shut = end.orelse if holds[0] else end.then
            if step.block not in reached(function, {(block.id, shut)}):
                return True
    return False


def _calls(
    resolver: Resolver, function: Function, call: i.Call | i.CallMethod
) -> list[i.Call | i.CallMethod]:
    """The call, and all others that may run the function itself."""
    found = [call]
    for block in function.blocks:
        for one in block.instructions:
            if isinstance(one, i.Call | i.CallMethod) and one is not call:
                run = resolver.resolve(function, one)
                if isinstance(run, Resolved) and function.qualname in run.qualnames:
                    found.append(one)
    return found


def _values(
    resolver: Resolver, function: Function, call: i.Call | i.CallMethod
) -> dict[str, i.Operand]:
    """What a call hands to the parameters that keep what they are handed, as far as it is seen."""
    if any(item.kind not in ("positional", "keyword") for item in call.items):
        return {}
    values: dict[str, i.Operand] = {
        one.name: i.Const(one.default.value)
        for one in function.parameters
        if isinstance(one.default, Constant)
    }
    values |= dict(handed(function, call, bare=False))
    counts = resolver.bindings(function).counts
    return {name: value for name, value in values.items() if counts.get(name) == 1}


def _holds(bindings: Bindings, asked: i.Operand, values: dict[str, i.Operand]) -> bool | None:
    """What a test gives where the parameters are these; None where that is not known."""
    made = bindings.origin(asked)
    match made:
        case i.Operate(operator="not" | "truth" as how, operands=(inner,)):
            found = _holds(bindings, inner, values)
            return None if found is None else found != (how == "not")
        case i.Operate(operator="is" | "is not" as how, operands=(inner, i.Const(value=None))):
            value = values.get(bindings.root(inner))
            same = _is_none(bindings, value) if value is not None else None
            return None if same is None else same != (how == "is not")
        case i.Operate(operator="==" | "!=" as how, operands=(inner, i.Const(value=other))):
            value = values.get(bindings.root(inner))
            return (value.value == other) != (how == "!=") if isinstance(value, i.Const) else None
        case _:
            value = values.get(bindings.root(asked))
            return bool(value.value) if isinstance(value, i.Const) else None


def _is_none(bindings: Bindings, value: i.Operand) -> bool | None:
    if isinstance(value, i.Const):
        return value.value is None
    return False if isinstance(bindings.origin(value), i.Build) else None
