"""C programs that tell what they do, and that take all that is not determined from a file."""

from collections.abc import Iterator
from typing import Any

from corpora.importers.c.kind import INT, LONG, Kind
from corpora.importers.c.names import ENTRY
from corpora.importers.c.translate import Translation
from corpora.importers.c.tree import Array
from corpora.importers.c.usual import is_kind, usual_ones, walk

MARK = "__mark"
_LOOPS = ("While", "For", "DoWhile")
_WHOLE = {"int", "short", "char", "long", "signed"}

RUNTIME = """
#include <stdio.h>
#include <stdlib.h>
enum { WIDE = 64, STREAM = 4000, MARKS = 3000 };
static long count, marks, next_one, stream[STREAM], (*inputs)[WIDE];
static FILE *told;
static void end(const char *word) { fprintf(told, "%s\\n", word); fflush(told); _Exit(0); }
__attribute__((constructor)) static void begin(void) {
  FILE *given = fopen("given", "r");
  told = fopen("told", "w");
  if (fscanf(given, "%ld", &count) != 1) abort();
  inputs = calloc(count + 1, sizeof *inputs);
  for (long i = 0; i < count; i++)
    for (long j = 0; j < WIDE; j++) if (fscanf(given, "%ld", &inputs[i][j]) != 1) abort();
  for (long i = 0; i < STREAM; i++) if (fscanf(given, "%ld", &stream[i]) != 1) abort();
}
void told_marks(long *values, long size) {
  for (long i = 0; i < size; i++) fprintf(told, i ? " %ld" : "%ld", values[i]);
  fputc('\\n', told);
  if (++marks >= MARKS) end("enough");
}
long told_input(long index) { return inputs[index][0]; }
void told_fill(long index, long *array, long size) {
  FILE *filled = fopen("filled", "a");
  fprintf(filled, "%ld %ld\\n", index, size);
  fclose(filled);
  for (long i = 0; i < size; i++) array[i] = inputs[index][i % WIDE];
}
long told_next(long low, long size) {
  if (next_one >= STREAM) end("enough");
  long value = stream[next_one++];
  if (size == 2) return value != 0;
  if (size == 0) return value;
  return ((value - low) % size + size) % size + low;
}
void told_refill(long low, long size, long *array, long length) {
  for (long i = 0; i < length; i++) array[i] = told_next(low, size);
}
void told_exit() { end("exit"); }
void told_assume(long holds) { if (!holds) end("assume"); }
void told_assert(long holds) { if (!holds) end("exit"); }
"""

_HEAD = """
void told_marks(long *values, long size);
long told_input(long index);
void told_fill(long index, long *array, long size);
long told_next(long low, long size);
void told_refill(long low, long size, long *array, long length);
void told_exit();
void told_assume(long holds);
void told_assert(long holds);
#define __mark(...) \\
  told_marks((long[]){__VA_ARGS__}, sizeof((long[]){__VA_ARGS__}) / sizeof(long))
"""

_ENDS = ("abort", "exit", "_exit", "__assert_fail", "__VERIFIER_error", "reach_error")
_DEMANDS = {
    "__VERIFIER_assume": "told_assume",
    "assume_abort_if_not": "told_assume",
    "assume": "told_assume",
    "__VERIFIER_assert": "told_assert",
    "assert": "told_assert",
}


def instrument(syntax: Any) -> Any:
    """Marks each call, each round with what its condition reads, and each assignment."""
    arrays: set[str] = set()
    for one in walk(syntax):
        # A type comes before those that are made of it.
        if is_kind(one, "Typedef") and not _is_number(one, arrays):
            arrays.add(one.name)
    wide = {one.name for one in syntax.ext if is_kind(one, "Decl") and not _is_number(one, arrays)}
    wide |= {one.decl.name for one in syntax.ext if is_kind(one, "FuncDef")}
    usual = usual_ones(syntax)
    for function in syntax.ext:
        if is_kind(function, "FuncDef") and not _known(function, usual):
            _Marker(function, wide, arrays).mark()
    return syntax


def program(syntax: Any, found: Translation) -> str:
    """The same program for gcc: all integers have 64 bits, and a file says what is open."""
    from pycparser.c_generator import CGenerator

    for index, given in enumerate(found.inputs):
        if isinstance(given.kind, Array):
            _fill(syntax, given.site, "told_fill", [index])
        else:
            _replace(given.site, "told_input", [index])
    for site, kind in found.answered:
        if isinstance(kind, Kind):
            _replace(site, "told_next", _range(kind))
        elif isinstance(kind.element, Kind):
            _fill(syntax, site, "told_refill", _range(kind.element))
    for one in syntax.ext:
        if is_kind(one, "FuncDef") and one.decl.name == ENTRY:
            _end_with_zero(one)
    usual = usual_ones(syntax)
    own = {
        one.decl.name for one in syntax.ext if is_kind(one, "FuncDef") and not _known(one, usual)
    }
    demands = {name: told for name, told in _DEMANDS.items() if name not in own}
    ends = [name for name in _ENDS if name not in own]
    syntax.ext = [one for one in syntax.ext if not _known(one, usual)]
    for node in walk(syntax):
        _widen(node, demands, ends)
    return _HEAD + str(CGenerator().visit(syntax))


def _is_number(declared: Any, arrays: set[str]) -> bool:
    if not is_kind(declared.type, "TypeDecl"):
        return False
    return not arrays & set(getattr(declared.type.type, "names", ()))


def _known(node: Any, usual: frozenset[str]) -> bool:
    """A declaration or definition of what the runtime has."""
    declared = node.decl if is_kind(node, "FuncDef") else node
    name = getattr(declared, "name", None)
    return name in usual or (name == "assume" and not is_kind(node, "FuncDef"))


class _Marker:
    """Adds marks to one function.

    ``wide`` are the names of the file that are no numbers, ``arrays`` the types that are none.
    """

    def __init__(self, function: Any, wide: set[str], arrays: set[str]) -> None:
        self.function = function
        self._unfit = set(wide)
        self._arrays = arrays
        for node in walk(function):
            if is_kind(node, "Decl") and not _is_number(node, arrays):
                self._unfit.add(node.name)
        self._count = 0

    def mark(self) -> None:
        """Marks the entry, rounds and assignments."""
        for node in list(walk(self.function.body)):
            if is_kind(node, *_LOOPS):
                self._loop(node)
            for block in ("block_items", "stmts"):
                items = getattr(node, block, None)
                if items and is_kind(node, "Compound", "Case", "Default"):
                    setattr(node, block, [new for one in items for new in self._after(one)])
        signature = self.function.decl.type
        given = signature.args.params if signature.args is not None else []
        plain = [one for one in given if is_kind(one, "Decl") and _is_number(one, self._arrays)]
        names = [one.name for one in plain if one.name]
        body = self.function.body
        # The first mark of an entry tells the arguments.
        body.block_items = [self._call(names), *(body.block_items or [])]

    def _loop(self, loop: Any) -> None:
        from pycparser import c_ast

        read = list(_read(loop.cond)) if loop.cond else []
        names = [] if is_kind(loop, "DoWhile") else self._fit(read)
        before = loop.stmt.block_items or [] if is_kind(loop.stmt, "Compound") else [loop.stmt]
        loop.stmt = c_ast.Compound([self._call(names), *before], loop.coord)

    def _after(self, statement: Any) -> list[Any]:
        target: Any = None
        if is_kind(statement, "Assignment"):
            target = statement.lvalue
        elif is_kind(statement, "UnaryOp") and statement.op in ("++", "--", "p++", "p--"):
            target = statement.expr
        if not is_kind(target, "ID") or target.name in self._unfit:
            return [statement]
        return [statement, self._call([target.name])]

    def _fit(self, names: list[str]) -> list[str]:
        return [one for one in dict.fromkeys(names) if one not in self._unfit]

    def _call(self, names: list[str]) -> Any:
        from pycparser import c_ast

        self._count += 1
        place = c_ast.Constant("int", str(self.function.coord.line * 1000 + self._count))
        told = c_ast.ExprList([place, *(c_ast.ID(one) for one in names)])
        return c_ast.FuncCall(c_ast.ID(MARK), told, self.function.coord)


def _read(node: Any) -> Iterator[str]:
    """The names in an expression that are not names of functions."""
    if is_kind(node, "ID"):
        yield node.name
    for _, child in node.children():
        if not (is_kind(node, "FuncCall") and child is node.name):
            yield from _read(child)


def _replace(site: Any, name: str, arguments: list[int]) -> None:
    """Makes a call of a question, and gives a declaration without a value one."""
    from pycparser import c_ast

    given = c_ast.ExprList([c_ast.Constant("int", str(one)) for one in arguments])
    if is_kind(site, "Decl"):
        site.init = c_ast.FuncCall(c_ast.ID(name), given)
    else:
        site.name, site.args = c_ast.ID(name), given


def _fill(syntax: Any, site: Any, name: str, arguments: list[int]) -> None:
    """Fills an array where it is declared."""
    from pycparser import c_ast

    size = f"sizeof({site.name}) / sizeof(long)"
    given = [c_ast.Constant("int", str(one)) for one in arguments]
    told = c_ast.ExprList([*given, c_ast.ID(site.name), c_ast.ID(size)])
    call = c_ast.FuncCall(c_ast.ID(name), told)
    for node in list(walk(syntax)):
        for block in ("block_items", "stmts"):
            items = getattr(node, block, None)
            if items and any(one is site for one in items):
                place = next(i for i, one in enumerate(items) if one is site)
                setattr(node, block, [*items[: place + 1], call, *items[place + 1 :]])


def _range(kind: Kind) -> list[int]:
    """The least value and the number of values; 0 and 0 where any answer fits."""
    low, high = kind.span
    return [0, 0] if kind in (INT, LONG) else [low, high - low + 1]


def _end_with_zero(main: Any) -> None:
    """The end of main gives zero, also where its type is no longer int."""
    from pycparser import c_ast

    kind = getattr(main.decl.type.type.type, "names", [])
    if kind != ["void"]:
        zero = c_ast.Return(c_ast.Constant("int", "0"))
        main.body.block_items = [*(main.body.block_items or []), zero]


def _widen(node: Any, demands: dict[str, str], ends: list[str]) -> None:
    if is_kind(node, "IdentifierType"):
        names = list(node.names)
        if names and set(names) <= _WHOLE | {"unsigned"}:
            # What is narrower than int is promoted to int, which has a sign.
            wide = "unsigned" in names and not {"char", "short"} & set(names)
            node.names = ["unsigned", "long"] if wide else ["long"]
    elif is_kind(node, "Constant") and "int" in node.type and "l" not in node.value.lower():
        node.value += "L"
    elif is_kind(node, "FuncCall") and is_kind(node.name, "ID"):
        if node.name.name in demands:
            node.name.name = demands[node.name.name]
        elif node.name.name in ends:
            node.name.name = "told_exit"
