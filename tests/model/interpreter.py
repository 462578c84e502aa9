"""Runs lowered programs on real Python objects, so that lowering is compared with CPython."""

import collections.abc
import operator
import types

from haltcheck.model import instruction as i
from haltcheck.model import program as p
from haltcheck.model.program import Jump, Next, Raise, Return

_BINARY = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "//": operator.floordiv, "%": operator.mod, "**": operator.pow, "<<": operator.lshift,
    ">>": operator.rshift, "&": operator.and_, "|": operator.or_, "^": operator.xor,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "==": operator.eq, "!=": operator.ne, "is": operator.is_, "is not": operator.is_not,
    "+=": operator.iadd, "-=": operator.isub, "*=": operator.imul, "|=": operator.ior,
    "//=": operator.ifloordiv, "%=": operator.imod, "&=": operator.iand, "neg": operator.neg,
    "pos": operator.pos, "invert": operator.invert, "not": operator.not_, "truth": bool,
    "in": lambda a, b: a in b, "not in": lambda a, b: a not in b,
    "join": lambda *parts: "".join(parts),
    "format": lambda v, c, s: format({"": lambda x: x, "s": str, "r": repr, "a": ascii}[c](v), s),
    "catches": isinstance,
    "is sequence": lambda v: isinstance(v, collections.abc.Sequence)
    and not isinstance(v, str | bytes | bytearray),
    "is mapping": lambda v: isinstance(v, collections.abc.Mapping),
    "has keys": lambda m, *keys: all(key in m for key in keys),
    "rest of mapping": lambda m, *keys: {k: v for k, v in m.items() if k not in keys},
}  # fmt: skip


def _match_class(value, cls, count, *names):
    if not isinstance(value, cls):
        return None
    if cls in (int, str, float, list, dict, tuple, bool, bytes, set):
        parts = [value] * count
    else:
        parts = [getattr(value, name) for name in cls.__match_args__[:count]]
    try:
        return (*parts, *[getattr(value, name) for name in names])
    except AttributeError:
        return None


class Frame:
    def __init__(self, function, parent):
        self.function = function
        self.parent = parent
        self.vars = {}

    def owner(self, name):
        frame = self.parent
        while name not in frame.function.locals:
            frame = frame.parent
        return frame.vars


class Interpreter:
    """One program with its globals."""

    def __init__(self, program, scope):
        self.program = program
        self.globals = scope
        self.classes = {}
        self.rounds = 0

    def run_module(self):
        return self.drive(Frame(self.program.functions["<module>"], None))

    def drive(self, frame):
        generator = self.run(frame)
        try:
            next(generator)
        except StopIteration as stop:
            return stop.value
        raise AssertionError("a plain function suspended")

    def make(self, qualname, defaults, parent):
        function = self.program.functions[qualname]

        def call(*args, **kwargs):
            frame = Frame(function, parent)
            self.bind(frame, args, kwargs, dict(defaults))
            return self.run(frame) if function.is_generator else self.drive(frame)

        return call

    def bind(self, frame, args, kwargs, defaults):
        args = list(args)
        for parameter in frame.function.parameters:
            if parameter.kind == "*":
                frame.vars[parameter.name] = tuple(args)
                args = []
            elif parameter.kind == "**":
                frame.vars[parameter.name] = kwargs
                kwargs = {}
            elif args and parameter.kind != "keyword only":
                frame.vars[parameter.name] = args.pop(0)
            elif parameter.name in kwargs and parameter.kind != "positional only":
                frame.vars[parameter.name] = kwargs.pop(parameter.name)
            elif parameter.name in defaults:
                frame.vars[parameter.name] = defaults[parameter.name]
            else:
                raise TypeError(f"no {parameter.name}")
        if args or kwargs:
            raise TypeError("too many arguments")

    def value(self, frame, operand):
        if type(operand) is i.Const:
            return operand.value
        if operand.name not in frame.vars:
            raise UnboundLocalError(operand.name)
        return frame.vars[operand.name]

    def run(self, frame):
        block = frame.function.blocks[0]
        blocks = frame.function.blocks
        while True:
            self.rounds += 1
            assert self.rounds < 100_000, "too many blocks"
            try:
                for instruction in block.instructions:
                    if type(instruction) is i.Suspend:
                        value = self.value(frame, instruction.value)
                        if instruction.kind == "yield":
                            frame.vars[instruction.target] = yield value
                        else:
                            frame.vars[instruction.target] = yield from value
                    else:
                        self.execute(frame, instruction)
                end = block.terminator
                if type(end) is Return:
                    return self.value(frame, end.value)
                block = blocks[self.after(frame, end)]
            except BaseException as error:
                if isinstance(error, AssertionError) or block.handler is None:
                    raise
                frame.vars[block.caught] = error
                block = blocks[block.handler]

    def after(self, frame, end):
        match end:
            case Jump(to):
                return to
            case p.Test(_, condition, then, orelse):
                return then if self.value(frame, condition) else orelse
            case Next(_, iterator, target, body, done):
                try:
                    frame.vars[target] = next(self.value(frame, iterator))
                except StopIteration:
                    return done
                return body
            case Raise(_, None, _):
                raise RuntimeError("no active exception")
            case Raise(_, error, None):
                raise self.value(frame, error)
            case Raise(_, error, cause):
                raise self.value(frame, error) from self.value(frame, cause)

    def execute(self, frame, x):
        get = lambda operand: self.value(frame, operand)  # noqa: E731
        match x:
            case i.Unpack(_, targets, value, star):
                items = list(get(value))
                if (star < 0 and len(items) != len(targets)) or len(items) < len(targets) - 1:
                    raise ValueError("unpack")
                if star >= 0:
                    stop = len(items) - (len(targets) - star - 1)
                    items[star:stop] = [items[star:stop]]
                frame.vars.update(zip(targets, items, strict=True))
            case i.Extend(_, container, kind, value, key):
                made = get(container)
                if kind == "list":
                    made.append(get(value))
                elif kind == "set":
                    made.add(get(value))
                else:
                    made[get(key)] = get(value)
            case i.SetAttribute(_, owner, name, value):
                setattr(get(owner), name, get(value))
            case i.DeleteAttribute(_, owner, name):
                delattr(get(owner), name)
            case i.SetItem(_, owner, key, value):
                get(owner)[get(key)] = get(value)
            case i.DeleteItem(_, owner, key):
                del get(owner)[get(key)]
            case i.StoreGlobal(_, name, value):
                self.globals[name] = get(value)
            case i.StoreFree(_, name, value):
                frame.owner(name)[name] = get(value)
            case i.Unbind(_, name, scope):
                owner = {"local": frame.vars, "global": self.globals}
                found = frame.owner(name) if scope == "free" else owner[scope]
                if name not in found:
                    raise (UnboundLocalError if scope == "local" else NameError)(name)
                del found[name]
            case _:
                frame.vars[x.target] = self.result(frame, x, get)

    def result(self, frame, x, get):
        match x:
            case i.Copy(_, _, value):
                return get(value)
            case i.Operate(_, _, "match class", operands):
                return _match_class(*map(get, operands))
            case i.Operate(_, _, sign, operands):
                return _BINARY[sign](*map(get, operands))
            case i.Build():
                return self.build(x, get)
            case i.GetAttribute(_, _, owner, name):
                return getattr(get(owner), name)
            case i.GetItem(_, _, owner, key):
                return get(owner)[get(key)]
            case i.Call(_, _, function, items, text):
                if text == "super" and not items:
                    first = frame.function.parameters[0].name
                    return super(self.classes[frame.function.in_class], frame.vars[first])
                args, kwargs = self.arguments(items, get)
                return get(function)(*args, **kwargs)
            case i.CallMethod(_, _, owner, name, items):
                args, kwargs = self.arguments(items, get)
                return getattr(get(owner), name)(*args, **kwargs)
        return self.other(frame, x, get)

    def other(self, frame, x, get):
        match x:
            case i.LoadGlobal(_, _, name):
                if name in self.globals:
                    return self.globals[name]
                if name in vars(__import__("builtins")):
                    return vars(__import__("builtins"))[name]
                raise NameError(name)
            case i.LoadFree(_, _, name):
                owner = frame.owner(name)
                if name not in owner:
                    raise NameError(name)
                return owner[name]
            case i.MakeFunction(_, _, qualname, defaults):
                return self.make(qualname, [(n, get(v)) for n, v in defaults], frame)
            case i.MakeClass(_, _, qualname, bases, members):
                args, kwargs = self.arguments(bases, get)
                body = {name: get(value) for name, value in members}
                name = qualname.rpartition(".")[2]
                made = types.new_class(name, tuple(args), kwargs, lambda ns: ns.update(body))
                self.classes[qualname] = made
                return made
            case i.ImportModule(_, _, module, member):
                found = __import__(module, fromlist=[member or "x"])
                return found if member is None else getattr(found, member)
            case i.GetIterator(_, _, value):
                return iter(get(value))
            case i.EnterContext(_, _, manager):
                return type(get(manager)).__enter__(get(manager))
            case i.ExitContext(_, _, manager, error):
                caught = get(error)
                parts = (type(caught), caught, None) if caught is not None else (None,) * 3
                return bool(type(get(manager)).__exit__(get(manager), *parts))
        raise AssertionError(f"not run: {x}")

    def build(self, x, get):
        if x.kind == "slice":
            return slice(*[get(item.value) for item in x.items])
        if x.kind == "dict":
            made = {}
            for item in x.items:
                if item.kind == "**":
                    made.update(get(item.value))
                else:
                    made[get(item.key)] = get(item.value)
            return made
        flat = []
        for item in x.items:
            if item.kind == "*":
                flat.extend(get(item.value))
            else:
                flat.append(get(item.value))
        return {"list": list, "tuple": tuple, "set": set}[x.kind](flat)

    def arguments(self, items, get):
        args, kwargs = [], {}
        for item in items:
            value = get(item.value)
            if item.kind == "*":
                args.extend(value)
            elif item.kind == "**":
                kwargs.update(value)
            elif item.kind == "keyword":
                kwargs[item.name] = value
            else:
                args.append(value)
        return args, kwargs
