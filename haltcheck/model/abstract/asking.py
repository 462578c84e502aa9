"""Follows ``__getattr__``, asked for one name of an object that holds nothing yet."""

from __future__ import annotations

import builtins
import operator
from collections.abc import Callable, Iterator

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.abstract.newborn import Newborn, lacks, method_of
from haltcheck.model.abstract.plain_answer import CALM, METHODS, OPERATORS
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Block, Function, Jump, Raise, Test
from haltcheck.model.reference.nowhere import NOTES
from haltcheck.model.reference.spelled import spelled_out
from haltcheck.model.special import FALLBACK

_MOST = 400
_DEPTH = 3
_OF_CLASS = frozenset({"__doc__", "__module__", "__name__", "__qualname__"})


@record
class Reads:
    """Every way reads one of these attributes, which the object lacks, before anything else."""

    names: frozenset[str]


@record
class Escapes:
    """Some way may do something else first."""

    why: str


@record
class _Known:
    """Exactly this value: a text, a number, a tuple of them, an empty dict, an exception class."""

    value: object


@record
class _Marked:
    """``self``, the proxy of ``super()``, a built-in by its name, or nothing that is known."""

    what: str


_ANY = _Marked("")
_SELF = _Marked("self")
_CLASS = _Marked("type(self)")
_SUPER = _Marked("super()")

_Value = _Known | _Marked
_Env = dict[str, _Value]


@record
class _Read:
    """The instruction reads this attribute of the object, which it lacks."""

    name: str


@record
class _Thrown:
    """The instruction raises this for certain."""

    error: type[BaseException]


class _UnclearError(Exception):
    """What comes next may be something else than a read."""


def asked(resolver: Resolver, function: Function, made: Newborn, name: str) -> Reads | Escapes:
    """What ``__getattr__`` reads of an object that holds nothing yet, when asked for a name."""
    if len(function.parameters) != 2:
        return Escapes("it takes other parameters")
    try:
        return Reads(frozenset(_Walk(resolver, function, made).called([_SELF, _Known(name)])))
    except _UnclearError as error:
        return Escapes(str(error))


class _Walk:
    """The ways from the beginning to the first read, each with what its locals hold."""

    def __init__(
        self, resolver: Resolver, function: Function, made: Newborn, depth: int = 0
    ) -> None:
        self.resolver = resolver
        self.function = function
        self.made = made
        self.depth = depth
        self.left = _MOST

    def called(self, given: list[_Value]) -> set[str]:
        """The attributes that the ways read first, where it is called with these values."""
        function = self.function
        if any(one.kind not in ("normal", "positional") for one in function.parameters):
            raise _UnclearError("it takes other parameters")
        if function.is_generator or function.is_async or function.rebound:
            raise _UnclearError("it does not run at once, or nested functions write its variables")
        names = [one.name for one in function.parameters]
        left = function.parameters[len(given) :]
        if len(given) > len(names) or any(one.default is None for one in left):
            raise _UnclearError(f"it calls {function.name} in another way")
        return self.reads(dict(zip(names, given, strict=False)))

    def enter(self, name: str, given: list[_Value], wanted: tuple[str, ...]) -> _Read:
        """What a method or property of the object, decorated as is ``wanted``, reads first."""
        owned = method_of(self.resolver, self.made, name)
        entry = self.resolver.program.contents.functions.get(owned)
        function = self.resolver.program.functions.get(owned)
        if entry is None or function is None or entry.decorators != wanted or self.depth >= _DEPTH:
            raise _UnclearError(f"it reads {name}")
        inner = _Walk(self.resolver, function, self.made, self.depth + 1)
        found = inner.called([_SELF, *given])
        if len(found) != 1:
            raise _UnclearError(f"{name} reads one thing or another")
        return _Read(next(iter(found)))

    def teller(self, how: str) -> _Read:
        """What the method reads first that tells of the object."""
        while not method_of(self.resolver, self.made, how) and how in FALLBACK:
            how = FALLBACK[how]
        return self.enter(how, [], ())

    def reads(self, env: _Env) -> set[str]:
        """The attributes that the ways read first; raises _UnclearError where one does not."""
        found: set[str] = set()
        work: list[tuple[int, _Env]] = [(0, env)]
        while work:
            number, known = work.pop()
            block, env = self.function.blocks[number], dict(known)
            end = self.run(block, env)
            if isinstance(end, _Read):
                self._goes_up(block, env)
                found.add(end.name)
            else:
                work += [(to, env) for to in self.after(block, env, end)]
        return found

    def run(self, block: Block, env: _Env) -> _Read | _Thrown | None:
        """Runs the instructions of a block, up to one that reads or raises."""
        self.left -= 1
        if self.left < 0:
            raise _UnclearError("its ways are too long")
        for one in block.instructions:
            found = evaluate(self, one, env)
            if isinstance(found, _Read | _Thrown):
                return found
            env[getattr(one, "target", "")] = found
        return None

    def after(self, block: Block, env: _Env, end: _Thrown | None) -> Iterator[int]:
        """The blocks that may come next."""
        if end is None:
            match block.terminator:
                case Jump(to=to):
                    yield to
                    return
                case Test(condition=condition, then=then, orelse=orelse):
                    held = self.value(condition, env)
                    if not isinstance(held, _Known) or held.value:
                        yield then
                    if not isinstance(held, _Known) or not held.value:
                        yield orelse
                    return
                case Raise(error=i.Local() as error):
                    raised = self.value(error, env)
                    if isinstance(raised, _Known) and isinstance(raised.value, type):
                        end = _Thrown(raised.value)
        if end is None or block.handler is None:
            raise _UnclearError("it may return or raise")
        env[block.caught] = _Known(end.error)
        yield block.handler

    def _goes_up(self, block: Block, env: _Env) -> None:
        """A RecursionError of the read must not be caught: then the chain would end after all."""
        while block.handler is not None:
            env[block.caught] = _Known(RecursionError)
            block = self.function.blocks[block.handler]
            while not isinstance(block.terminator, Raise):
                if self.run(block, env) is not None:
                    raise _UnclearError("a handler reads or raises")
                after = list(self.after(block, env, None))
                if len(after) != 1:
                    raise _UnclearError("a handler may catch what the read raises")
                block = self.function.blocks[after[0]]
            error = block.terminator.error
            if self.run(block, env) is not None or error is None:
                raise _UnclearError("a handler raises something else")
            if self.value(error, env) != _Known(RecursionError):
                raise _UnclearError("a handler raises something else")

    def value(self, operand: i.Operand, env: _Env) -> _Value:
        """What an operand holds."""
        if isinstance(operand, i.Const):
            return _Known(operand.value)
        return env.get(operand.name, _ANY)

    def attribute(self, name: object) -> _Read | _Value:
        """Reading an attribute of the object itself."""
        if name == "__dict__" and not self.made.has_slots:
            return _Known({})
        if name == "__class__":
            return _CLASS
        if isinstance(name, str) and lacks(self.resolver, self.made, name):
            return _Read(name)
        if not isinstance(name, str):
            raise _UnclearError("it reads what is not known")
        return self.enter(name, [], ("property",))

    def default(self, name: object) -> _Read | _Thrown | _Value:
        """What ``object.__getattribute__`` says of the name."""
        if isinstance(name, str) and lacks(self.resolver, self.made, name):
            return _Thrown(AttributeError)
        return self.attribute(name)


_Found = _Read | _Thrown | _Value


def evaluate(walk: _Walk, one: i.Instruction, env: _Env) -> _Found:
    """What an instruction gives, reads or raises; raises _UnclearError where nobody knows."""
    match one:
        case i.Copy(value=value):
            return walk.value(value, env)
        case i.LoadGlobal():
            return _global(walk, one)
        case i.MakeFunction() | i.LoadFree() | i.Unbind(scope="local"):
            return _ANY
        case i.Build():
            return _built(walk, one, env)
        case i.Operate():
            spelled = _spelled(walk, one, env)
            return spelled or _operated(walk, one, [walk.value(each, env) for each in one.operands])
        case i.GetAttribute(object=owner, name=name) if walk.value(owner, env) == _SELF:
            return walk.attribute(name)
        case i.GetAttribute(object=owner, name=name) if name in _OF_CLASS:
            return _named(one, walk.value(owner, env))
        case i.GetItem(object=owner, key=key):
            return _item(walk, walk.value(owner, env), walk.value(key, env))
        case i.Call(items=items) | i.CallMethod(items=items):
            spelled = _spelled(walk, one, env)
            if spelled is not None:
                return spelled
            given = [walk.value(item.value, env) for item in items]
            if NOTES.fullmatch(one.text) and _SELF not in given:
                return _ANY
            if any(item.kind != "positional" for item in items):
                raise _UnclearError(f"it calls {one.text}")
            if isinstance(one, i.CallMethod):
                return _method(walk, one, walk.value(one.object, env), given)
            return _called(walk, one, walk.value(one.function, env), given)
        case _:
            raise _UnclearError(f"line {one.span.line} does something else")


def _named(one: i.GetAttribute, owner: _Value) -> _Value:
    """What a class is called."""
    if owner != _CLASS:
        raise _UnclearError(f"line {one.span.line} does something else")
    return _ANY


def _item(walk: _Walk, owner: _Value, key: _Value) -> _Found:
    """An item of the object itself, or of a plain value."""
    if owner == _SELF:
        return walk.enter("__getitem__", [key], ())
    return _computed(operator.getitem, [owner, key])


def _global(walk: _Walk, one: i.LoadGlobal) -> _Value:
    program = walk.resolver.program
    if one.name in program.constants:
        return _Known(program.constants[one.name])
    if one.name in program.rows:
        return _Known(program.rows[one.name])
    bound = program.contents.global_writes.get(one.name, 0)
    return _Marked(one.name) if not bound and hasattr(builtins, one.name) else _ANY


def _built(walk: _Walk, one: i.Build, env: _Env) -> _Value:
    held = [walk.value(item.value, env) for item in one.items]
    if any(item.kind != "positional" for item in one.items):
        raise _UnclearError(f"line {one.span.line} spreads a value")
    if one.kind == "tuple" and all(_error(value) for value in held):
        return _Known(tuple(_error(value) for value in held))
    known = [value.value for value in held if isinstance(value, _Known)]
    if len(known) < len(held) or one.kind == "dict":
        return _ANY
    if one.kind == "slice":
        return _Known(slice(*known))
    # Only what is asked of them counts, and a tuple is asked the same questions.
    return _Known(tuple(known))


def _error(value: _Value) -> type[BaseException] | None:
    """The built-in exception that a global names."""
    found = getattr(builtins, value.what, None) if isinstance(value, _Marked) else None
    return found if isinstance(found, type) and issubclass(found, BaseException) else None


def _spelled(walk: _Walk, one: i.Instruction, env: _Env) -> _Found | None:
    """What spelling out texts reads of the object; nothing where no text is made."""
    spelled = list(spelled_out(walk.resolver.bindings(walk.function), one))
    for operand, how in spelled:
        if walk.value(operand, env) == _SELF:
            return walk.teller(how)
    is_text = isinstance(one, i.Operate) and one.operator in ("format", "join")
    return _ANY if spelled and (is_text or not isinstance(one, i.Call)) else None


def _operated(walk: _Walk, one: i.Operate, held: list[_Value]) -> _Found:
    if one.operator == "catches":
        raised, wanted = held
        kinds = wanted.value if isinstance(wanted, _Known) else _error(wanted)
        if not isinstance(raised, _Known) or not isinstance(kinds, type | tuple):
            raise _UnclearError("a handler may catch anything")
        return _Known(issubclass(raised.value, kinds))  # type: ignore[arg-type]
    if all(isinstance(value, _Known) for value in held) and one.operator in OPERATORS:
        return _computed(OPERATORS[one.operator], held)
    if one.operator in ("in", "not in") and held[1] == _SELF:
        return walk.enter("__contains__", held[:1], ())
    if one.operator in CALM and _SELF not in held:
        return _ANY
    if one.operator == "join":
        return _ANY
    raise _UnclearError(f"line {one.span.line} calculates with what is not known")


def _computed(work: Callable[..., object], held: list[_Value]) -> _Found:
    """Plain work on plain values: its result, or the exception that it raises."""
    known = [value.value for value in held if isinstance(value, _Known)]
    if len(known) < len(held):
        raise _UnclearError("it asks something that is not known")
    try:
        return _Known(work(*known))
    except Exception as error:
        return _Thrown(type(error))


def _method(walk: _Walk, one: i.CallMethod, owner: _Value, given: list[_Value]) -> _Found:
    if owner == _SELF:
        if lacks(walk.resolver, walk.made, one.name):
            return _Read(one.name)
        return walk.enter(one.name, given, ())
    is_default = one.name == "__getattribute__"
    if owner == _Marked("object") and is_default and given[:1] == [_SELF] and len(given) == 2:
        return walk.default(getattr(given[1], "value", None))
    if owner == _SUPER and is_default and len(given) == 1:
        return walk.default(getattr(given[0], "value", None))
    if isinstance(owner, _Known) and one.name in METHODS.get(type(owner.value), frozenset()):
        return _asked(owner, one.name, given)
    raise _UnclearError(f"it calls {one.text}")


def _asked(owner: _Known, name: str, given: list[_Value]) -> _Found:
    """A method of a text or of an empty dict."""
    return _computed(lambda held, *rest: getattr(held, name)(*rest), [owner, *given])


def _called(walk: _Walk, one: i.Call, function: _Value, given: list[_Value]) -> _Found:
    name = function.what if isinstance(function, _Marked) else ""
    if name == "type" and given == [_SELF]:
        return _CLASS
    if name == "dir" and given == [_SELF]:
        return walk.enter("__dir__", [], ())
    if name in ("len", "iter") and given == [_SELF]:
        return walk.enter(f"__{name}__", [], ())
    if name in ("getattr", "hasattr") and given[:1] == [_SELF] and len(given) >= 2:
        return walk.attribute(getattr(given[1], "value", None))
    if name == "vars" and given == [_SELF]:
        return walk.attribute("__dict__")
    if name == "super" and (not given or given[1:] == [_SELF]):
        return _SUPER
    if name == "isinstance" and len(given) == 2 and given[1] == _Marked("str"):
        return _computed(lambda held: isinstance(held, str), given[:1])
    if name in ("len", "str"):
        return _computed(getattr(builtins, name), given)
    raise _UnclearError(f"it calls {one.text or 'something'}")
