"""Whether a stream gives bytes or text, by how it is opened."""

from __future__ import annotations

from collections.abc import Iterable

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.binding import Unknown, bound
from haltcheck.model.calls import Dotted, Resolver, owner_of
from haltcheck.model.program import Function

BYTES, TEXT = "bytes", "str"
TO_READ, TO_WRITE = frozenset("r+"), frozenset("wax+")

_DEPTH = 6
_OPENS = frozenset({"open", "io.open", "os.fdopen", "builtins.open"})
_PACKED = frozenset({"gzip.open", "bz2.open", "lzma.open"})
_BINARY = frozenset(
    {"io.BytesIO", "gzip.GzipFile", "bz2.BZ2File", "lzma.LZMAFile", "urllib.request.urlopen"}
)
_TEXTUAL = frozenset({"text", "universal_newlines", "encoding", "errors"})
_WRAPS = frozenset({"contextlib.closing", "io.BufferedReader"})


@record
class Streams:
    """Follows operands of one file back to where their streams are opened.

    ``modes`` are the letters of which a mode must have one.
    """

    resolver: Resolver
    modes: frozenset[str] = TO_READ

    def kind(self, function: Function, operand: i.Operand, depth: int = 0) -> str:
        """``bytes`` or ``str``; nothing where nobody knows."""
        if depth > _DEPTH or isinstance(operand, i.Const):
            return ""
        made = self.resolver.bindings(function).origin(operand)
        if isinstance(made, Unknown):
            return self._bound(function, operand, depth)
        return self._made(function, made, depth)

    def _made(self, function: Function, made: i.Instruction, depth: int) -> str:
        match made:
            case i.Copy(value=value) | i.EnterContext(manager=value):
                return self.kind(function, value, depth + 1)
            case i.LoadFree(name=name):
                owner = owner_of(self.resolver.program, function, name)
                return self.kind(owner, i.Local(name), depth + 1) if owner is not None else ""
            case i.Call() | i.CallMethod():
                return self._opened(function, made, depth)
            case i.GetAttribute(object=whole, name="buffer"):
                return BYTES if self.resolver.dotted(function, whole).startswith("sys.std") else ""
            case i.GetAttribute(object=whole, name="stdout" | "stderr"):
                return self._piped(function, whole)
            case i.GetAttribute(object=whole, name=name):
                return self._held(function, whole, name, depth)
            case _:
                return ""

    def _bound(self, function: Function, operand: i.Operand, depth: int) -> str:
        """A local with several definitions that are streams of one kind."""
        name = self.resolver.bindings(function).root(operand)
        if any(one.name == name for one in function.parameters):
            return ""
        return _only(
            self._made(function, one, depth + 1)
            for block in function.blocks
            for one in block.instructions
            if name in bound(one) and getattr(one, "value", None) != i.Const(None)
        )

    def _held(self, function: Function, whole: i.Operand, name: str, depth: int) -> str:
        """An attribute of ``self``, where all of the file binds it to streams of one kind."""
        if self.resolver.receiver(function, whole) is None:
            return ""
        program = self.resolver.program
        writers = [
            qualname
            for qualname, entry in program.contents.functions.items()
            if any("." in write and write.rpartition(".")[2] == name for write in entry.writes)
        ]
        if not all(qualname in program.functions for qualname in writers):
            return ""
        return _only(
            self.kind(program.functions[qualname], one.value, depth + 1)
            for qualname in writers
            for block in program.functions[qualname].blocks
            for one in block.instructions
            if isinstance(one, i.SetAttribute) and one.name == name and one.value != i.Const(None)
        )

    def _opened(self, function: Function, call: i.Call | i.CallMethod, depth: int) -> str:
        resolved = self.resolver.resolve(function, call)
        name = resolved.name if isinstance(resolved, Dotted) else ""
        if name in _WRAPS and call.items:
            return self.kind(function, call.items[0].value, depth + 1)
        if name in _OPENS:
            return self._by_mode(call, 1, "r", TEXT)
        if name in _PACKED:
            return self._by_mode(call, 1, "rb", BYTES)
        if name in ("tempfile.TemporaryFile", "tempfile.NamedTemporaryFile"):
            return self._by_mode(call, 0, "w+b", TEXT)
        if name in _BINARY:
            return BYTES
        if name == "io.StringIO":
            return TEXT
        if isinstance(call, i.CallMethod) and not name and call.name in ("makefile", "open"):
            found = self._by_mode(call, 0, "", "")
            return found if found == BYTES else ""
        return ""

    def _by_mode(self, call: i.Call | i.CallMethod, place: int, default: str, other: str) -> str:
        """What a mode says; ``other`` where it says neither ``b`` nor ``t``."""
        mode = _mode(call, place, default)
        if self.modes.isdisjoint(mode):
            return ""
        if "b" in mode:
            return BYTES
        return TEXT if "t" in mode else other

    def _piped(self, function: Function, process: i.Operand) -> str:
        """A pipe of ``subprocess.Popen`` gives bytes, unless it is told to decode."""
        bindings = self.resolver.bindings(function)
        made = bindings.origin(process)
        if isinstance(made, i.EnterContext):
            made = bindings.origin(made.manager)
        if not isinstance(made, i.Call | i.CallMethod):
            return ""
        if self.resolver.resolve(function, made) != Dotted("subprocess.Popen"):
            return ""
        named = all(item.kind in ("positional", "keyword") for item in made.items)
        told = any(item.name in _TEXTUAL for item in made.items)
        return BYTES if named and not told else ""


def _only(kinds: Iterable[str]) -> str:
    found = set(kinds)
    return found.pop() if len(found) == 1 else ""


def _mode(call: i.Call | i.CallMethod, place: int, default: str) -> str:
    """The mode of a call that opens; nothing where it is not known."""
    for position, item in enumerate(call.items):
        if item.kind not in ("positional", "keyword"):
            return ""
        if item.name == "mode" or (item.name is None and position == place):
            value = item.value.value if isinstance(item.value, i.Const) else None
            return value if isinstance(value, str) else ""
    return default
