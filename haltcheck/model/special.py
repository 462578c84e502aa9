"""Which special method an operator, a statement or a built-in function runs on its operand."""

from __future__ import annotations

import builtins

BUILTIN_NAMES = frozenset(dir(builtins))

CONSTRUCTORS = ("__init__", "__new__", "__post_init__")
"""Methods that run while an object is made."""

DUNDER_OF_BUILTIN = {
    "abs": "__abs__",
    "bool": "__bool__",
    "bytes": "__bytes__",
    "complex": "__complex__",
    "dir": "__dir__",
    "divmod": "__divmod__",
    "enumerate": "__iter__",
    "float": "__float__",
    "format": "__format__",
    "hash": "__hash__",
    "int": "__int__",
    "iter": "__iter__",
    "len": "__len__",
    "list": "__iter__",
    "next": "__next__",
    "print": "__str__",
    "repr": "__repr__",
    "reversed": "__reversed__",
    "round": "__round__",
    "set": "__iter__",
    "sorted": "__iter__",
    "str": "__str__",
    "sum": "__iter__",
    "tuple": "__iter__",
}

DUNDER_OF_OPERATOR = {
    "+": "__add__",
    "-": "__sub__",
    "*": "__mul__",
    "/": "__truediv__",
    "//": "__floordiv__",
    "%": "__mod__",
    "**": "__pow__",
    "<<": "__lshift__",
    ">>": "__rshift__",
    "&": "__and__",
    "|": "__or__",
    "^": "__xor__",
    "@": "__matmul__",
    "neg": "__neg__",
    "pos": "__pos__",
    "invert": "__invert__",
    "<": "__lt__",
    "<=": "__le__",
    ">": "__gt__",
    ">=": "__ge__",
    "==": "__eq__",
    "!=": "__ne__",
    "not": "__bool__",
    "truth": "__bool__",
    "format": "__format__",
}

# What the right operand is asked where the left one leaves the answer to it; else ``__r...__``.
REFLECTED = {
    "__lt__": "__gt__",
    "__le__": "__ge__",
    "__gt__": "__lt__",
    "__ge__": "__le__",
    "__eq__": "__eq__",
    "__ne__": "__ne__",
}

# Where a class does not define the first, Python falls back on the second.
FALLBACK = {
    "__bool__": "__len__",
    "__str__": "__repr__",
    "__format__": "__str__",
    "__ne__": "__eq__",
    "__contains__": "__iter__",
    "__iter__": "__getitem__",
    "__int__": "__index__",
}
