"""What parsing yields: a table of contents, the functions that were read, and the gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from haltcheck.basis.record import record
from haltcheck.basis.span import Span
from haltcheck.frontend.expression import Gap, Literal
from haltcheck.frontend.statement import Function
from haltcheck.frontend.unread import NOTHING, Unread


@record
class Entry:
    """One function in the table of contents; nothing is lowered from it.

    ``loops`` counts ``while``, ``for`` and comprehensions of its own body; ``calls`` are the
    dotted texts of what it calls (``f``, ``self.m``, ``os.path.join``; ``?`` for the rest);
    ``attributes`` the attribute names it reads, ``writes`` the names and ``a.b`` it binds.
    ``decorators`` are dotted texts. ``span.line`` is the line of the ``def``.
    """

    qualname: str
    span: Span
    loops: int
    calls: frozenset[str]
    attributes: frozenset[str]
    writes: frozenset[str]
    decorators: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    in_class: str | None = None
    is_async: bool = False
    is_generator: bool = False
    operators: bool = False


@record
class ClassEntry:
    """One class: dotted base names, its methods' short names, names its body binds.

    ``decorators`` are dotted texts; keywords of the statement (``metaclass=``), ``*`` for
    starred bases, and ``frozen=`` and ``slots=`` of a decorator come after them.
    """

    qualname: str
    span: Span
    bases: tuple[str, ...]
    methods: frozenset[str]
    names: frozenset[str]
    decorators: tuple[str, ...] = ()


@record
class Unseen:
    """What a line of a function runs without calling it by name, as far as names tell.

    ``sure`` where it surely is that function, or one of a base or a derived class; ``whole`` where
    straight code asks the function, a ``__next__``, for all items, ``looped`` where a loop does,
    or asks a generator. Without a target it is something that has no end by itself.
    """

    line: int
    target: str
    sure: bool = False
    whole: bool = False
    looped: bool = False


@record
class Contents:
    """The table of contents of a file.

    ``imports`` maps a bound name to the dotted thing it stands for (``np`` to ``numpy``);
    ``global_writes`` counts the bindings of each module-level name, ``global`` statements in
    functions included, and of attributes that the module body assigns (``C.x``).
    ``module_calls`` are the dotted texts of what the module body calls. ``floats`` are the
    parameters, by function, that a call in this file may hand a float to, ``strangers`` those
    that it may hand an object of a class of this file that calculates in its own way. ``given``
    are attributes that a constructor binds to one of its arguments. ``handed``
    are the module's functions that some code of the file does more with than to call them;
    ``growing`` are the last names of what has a method that adds to it (``append``) taken as a
    value, to be called under another name; ``unseen`` is by function what it runs without calling
    it by name. ``readers`` are by place (``f:name``, ``.attribute``) the methods of this file that
    what is there may have and that are named like those of streams; ``odd`` are the places where
    floats may come from elsewhere, or objects that change what a built-in class does.
    """

    functions: dict[str, Entry] = field(default_factory=dict)
    classes: dict[str, ClassEntry] = field(default_factory=dict)
    imports: dict[str, str] = field(default_factory=dict)
    global_writes: dict[str, int] = field(default_factory=dict)
    module_loops: int = 0
    end_line: int = 1
    module_calls: frozenset[str] = frozenset()
    floats: dict[str, frozenset[str]] = field(default_factory=dict)
    strangers: dict[str, frozenset[str]] = field(default_factory=dict)
    handed: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    growing: frozenset[str] = frozenset()
    unseen: dict[str, tuple[Unseen, ...]] = field(default_factory=dict)
    readers: dict[str, frozenset[str]] = field(default_factory=dict)
    odd: frozenset[str] = frozenset()


@record
class Syntax:
    """What parsing yields: the contents, the functions that were read, and the gaps.

    ``functions`` holds by qualname every function that matters (it loops, may recurse, or is
    called by one that does), nested ones and lambdas included; ``<module>`` is there when the
    module body itself loops or binds a lambda that matters. ``constants`` are module-level names
    bound once to a literal, ``rows`` those bound once to a tuple of literals, ``patterns`` those
    bound once to ``re.compile`` of a literal, ``layouts`` to ``struct.Struct`` of one. ``unread``
    reads more where it is asked to.
    """

    contents: Contents
    functions: Mapping[str, Function]
    constants: dict[str, Literal]
    gaps: tuple[Gap, ...] = ()
    rows: dict[str, tuple[Literal, ...]] = field(default_factory=dict)
    patterns: dict[str, str | bytes] = field(default_factory=dict)
    layouts: dict[str, str | bytes] = field(default_factory=dict)
    unread: Unread = NOTHING


@record
class Unreadable:
    """A file that cannot be read as Python: becomes HC900 at ``span``."""

    span: Span
    why: str
