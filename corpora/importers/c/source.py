"""The text of a C program to its syntax."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import Any

from corpora.refusal import RefusedError

_GNU = (
    "__attribute__(x)",
    "__attribute(x)",
    "__asm__(x) __inline_assembly()",
    "__asm(x) __inline_assembly()",
    "asm(x) __inline_assembly()",
    "__extension__",
    "__restrict",
    "__restrict__",
    "__inline inline",
    "__inline__ inline",
    "__const const",
    "__const__ const",
    "__signed__ signed",
    "__volatile__ volatile",
    "__builtin_va_list int",
    "__PRETTY_FUNCTION__ __func__",
    "__builtin_expect(x, y) (x)",
    "__float128 double",
    *(f"_Float{bits} double" for bits in ("32", "64", "128", "32x", "64x")),
)
# What gcc says of itself on 64-bit Linux, as far as programs ask for it.
_MACHINE = (
    "__STDC__ 1",
    "__STDC_VERSION__ 201710L",
    "__GNUC__ 12",
    "__GNUC_MINOR__ 2",
    "__linux__ 1",
    "__x86_64__ 1",
    "__LP64__ 1",
    "__CHAR_BIT__ 8",
    "__INT_MAX__ 2147483647",
    "__LONG_MAX__ 9223372036854775807L",
    "__SIZEOF_INT__ 4",
    "__SIZEOF_LONG__ 8",
)
_SIZE = "size_t unsigned long"
_WIDTHS = tuple(
    macro
    for bits, name in ((8, "signed char"), (16, "short"), (32, "int"), (64, "long"))
    for macro in (
        f"int{bits}_t {name}",
        f"uint{bits}_t unsigned {name.removeprefix('signed ')}",
        f"INT{bits}_MAX {2 ** (bits - 1) - 1}{'L' * (bits == 64)}",
        f"INT{bits}_MIN (-{2 ** (bits - 1) - 1}{'L' * (bits == 64)}-1)",
        f"UINT{bits}_MAX {2**bits - 1}{'U' * (bits >= 32)}{'L' * (bits == 64)}",
    )
)
_HEADERS = {
    "limits.h": (
        "CHAR_BIT 8",
        "SCHAR_MIN (-128)",
        "SCHAR_MAX 127",
        "UCHAR_MAX 255",
        "CHAR_MIN (-128)",
        "CHAR_MAX 127",
        "SHRT_MIN (-32768)",
        "SHRT_MAX 32767",
        "USHRT_MAX 65535",
        "INT_MIN (-2147483647-1)",
        "INT_MAX 2147483647",
        "UINT_MAX 4294967295U",
        "LONG_MIN (-9223372036854775807L-1L)",
        "LONG_MAX 9223372036854775807L",
        "ULONG_MAX 18446744073709551615UL",
        "LLONG_MIN (-9223372036854775807LL-1LL)",
        "LLONG_MAX 9223372036854775807LL",
        "ULLONG_MAX 18446744073709551615ULL",
    ),
    "stdbool.h": ("bool _Bool", "true 1", "false 0", "__bool_true_false_are_defined 1"),
    "assert.h": ("static_assert _Static_assert",),
    "stdlib.h": ("EXIT_SUCCESS 0", "EXIT_FAILURE 1", "NULL 0", _SIZE),
    "stddef.h": ("NULL 0", _SIZE, "ptrdiff_t long"),
    "stdio.h": ("NULL 0", _SIZE),
    "string.h": ("NULL 0", _SIZE),
    "sys/types.h": (_SIZE, "ssize_t long"),
    "stdint.h": (*_WIDTHS, "intmax_t long", "uintmax_t unsigned long"),
}
_HEADERS["inttypes.h"] = _HEADERS["stdint.h"]
_SYSTEM = {"ctype.h", "errno.h", "math.h", "stdarg.h", "time.h", "unistd.h", "alloca.h", *_HEADERS}
_SYSTEM |= {"malloc.h", "float.h", "memory.h", "signal.h"}
_DEEPEST = 5_000


def parse(text: str, file: str) -> Any:
    """The syntax tree (``pycparser.c_ast.FileAST``) of a program that lies at ``file``.

    Comments, directives and GNU's attributes are gone. Headers of the program itself are read
    from beside it, those of the system give their constants and types. Raises RefusedError.
    """
    from pycparser.c_parser import CParser, ParseError

    plain = preprocess(text.removeprefix("\ufeff"), file)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _DEEPEST))
    try:
        return CParser().parse(plain, file)
    except (ParseError, AssertionError) as error:
        raise _syntax(str(error)) from error
    except RecursionError as error:
        raise RefusedError("it is nested too deeply") from error
    finally:
        sys.setrecursionlimit(limit)


def _syntax(message: str) -> RefusedError:
    where = re.match(r".*?:(?:(\d+)(?::\d+)?:)? (.*)", message, re.DOTALL)
    line, told = (int(where[1] or 0), where[2]) if where else (0, message)
    return RefusedError(f"the parser does not read it: {' '.join(told.split())}", line)


def preprocess(text: str, file: str) -> str:
    """The text after C's preprocessor, without what only GNU's compiler reads."""
    from pcpp import Action, OutputDirective, Preprocessor

    class Reader(Preprocessor):  # type: ignore[misc]
        """Drops system headers and pragmas, and refuses what it cannot do."""

        def on_include_not_found(
            self, is_malformed: bool, is_system_include: bool, curdir: str, includepath: str
        ) -> None:
            header = includepath.strip("<>\"' ")
            if is_malformed:
                raise RefusedError(
                    f"#include {header} is not well formed", self.lastdirective.lineno
                )
            if not is_system_include and header not in _SYSTEM:
                raise RefusedError(f'there is no "{header}"', self.lastdirective.lineno)
            for macro in _HEADERS.get(header, ()):
                self.define(macro)
            if header == "assert.h" and "NDEBUG" in self.macros:
                self.define("assert(x) ((void) 0)")
            raise OutputDirective(Action.IgnoreAndRemove)

        def on_directive_handle(
            self, directive: Any, toks: Any, ifpassthru: bool, precedingtoks: Any
        ) -> Any:
            if directive.value in ("pragma", "ident", "warning"):
                raise OutputDirective(Action.IgnoreAndRemove)
            return super().on_directive_handle(directive, toks, ifpassthru, precedingtoks)

        def on_directive_unknown(
            self, directive: Any, toks: Any, ifpassthru: bool, precedingtoks: Any
        ) -> Any:
            if directive.value == "error":
                raise RefusedError("#error", directive.lineno)
            return super().on_directive_unknown(directive, toks, ifpassthru, precedingtoks)

        def on_error(self, file: str, line: int, msg: str) -> None:
            raise RefusedError(f"the preprocessor says: {msg}", line)

    reader = Reader()
    reader.add_path(str(Path(file).parent))
    for macro in (*_GNU, *_MACHINE):
        reader.define(macro)
    written = io.StringIO()
    try:
        reader.parse(text, file)
        reader.write(written)
    except IndexError as error:
        # A directive that breaks off, such as a bare #define.
        raise RefusedError("the preprocessor does not read it") from error
    # Behind the head of a function it only gives the linker's name.
    return re.sub(r"\)(\s*)__inline_assembly\(\)", r")\1", written.getvalue())
