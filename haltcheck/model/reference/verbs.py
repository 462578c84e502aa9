"""Names that tell of look-ups, of what goes out to get something, and of what reads or parses."""

from __future__ import annotations

import re

FETCH = re.compile(
    r"_*(fetch|load|look_?up|resolve|request|query|retrieve|download|scrape|open|read|execute"
    r"|parse_?(file|path|ur[il]))(?![a-z])"
)
FIND = re.compile(
    rf"{FETCH.pattern}|_*(get|find|search|members|entries|children|neighbou?rs|successors|predecessors|parents?|deps"
    r"|dependenc(y|ies)|dependents|references?|refs|links?|targets?)(?![a-z])"
    r"|_*get_?(obj|object|node|child|children|page|entry|record|parent)"
)
RESOLVES = re.compile(
    r"(get_?)?(object|obj|target|referent)|resolve\w*|deref\w*|follow\w*|read_(text|bytes)|open|readlink"
)
"""Methods of a reference, or of a path, that give what it refers to."""

LOADS = re.compile(r"_*(?:load|import|include|open|parse_?file)(?:_(?!all)\w+)?|get_template")
"""Methods of a loader, which gives what stands under a name: a file, or what is made of it."""

TEXTUAL = frozenset({"find", "search", "read", "readline", "index", "execute"})
"""Methods that look for a place in a text, or read on."""

WEB = frozenset({"urllib", "requests", "httpx", "aiohttp", "http"})
OPENS = frozenset(
    {
        "open",
        "io.open",
        "codecs.open",
        "gzip.open",
        "urllib.request.urlopen",
        "xml.etree.ElementTree.parse",
        "xml.etree.ElementTree.iterparse",
        "xml.dom.minidom.parse",
        "lxml.etree.parse",
        "runpy.run_path",
        "importlib.import_module",
        "os.readlink",
        "importlib.resources.read_text",
        "pkgutil.get_data",
    }
)
DESCENDS = frozenset({"os.path.join", "posixpath.join", "ntpath.join"})
"""What makes a longer path of the item, which no finite table holds for ever."""

PARSES = re.compile(r"_*(read|parse|feed|load|scan|fill)(?![a-z])\w*")
"""Methods that make an object say what the text or the file that they are handed says."""

NAMED_FILES = frozenset({"configparser"})
"""Modules whose objects read the file of the name that their method ``read`` is handed."""

CAUSE = "__cause__"
"""What an exception came of: whoever raises from another one says it, in a circle too."""

REFERS = frozenset({CAUSE, "__annotations__", "message_type", "related_model"})
"""Attributes that lead to another one of the kind, also to the first: types of a type's fields."""

HINTS = frozenset(
    {"annotationlib.get_annotations", "inspect.get_annotations", "typing.get_type_hints"}
    | {"typing_extensions.get_type_hints"}
)
"""Functions that tell the types of a class's fields: the class itself may be one of them."""

LISTS = frozenset(
    {
        "importlib.metadata.distribution",
        "importlib.metadata.requires",
        "importlib_metadata.distribution",
        "importlib_metadata.requires",
        "pkg_resources.get_distribution",
        "pkg_resources.require",
    }
)
"""Functions that tell of something installed by its name, which may require what requires it."""

TELLS_OF = HINTS | LISTS
"""What tells of the thing that it is asked for what that refers to."""

ASKS = re.compile(
    r"_*(?!(?:add|build|can|check|count|encode|decode|format|has|is|log|merge|parse|prepare|print|set"
    r"|sort|split|validate)_)(?:\w+_)?"
    r"(?:call|describe|download|execute|fetch|get|list|paginate|post|query|request|send)(?![a-z])\w*"
)
"""What asks for a part of something that has more: whose answer may name the next one."""

WORKS = re.compile(r"advance|format|lex|match|move|parse|read|render|seek|step|tokeni")
"""What works on a text or a state by itself, whatever its arguments are called."""

NEXT = re.compile(
    r"next|page|contin|marker|cursor|bookmark|resume|token|after|last_?(evaluated|key)|start_?key"
)
"""Names of what says where the next part begins, in lower case."""

_OUTSIDE = re.compile(
    r"_*(fetch|request|query|download|scrape|open|urlopen|read|execute|parse_?(file|path|ur[il]))"
    r"(?![a-z])"
)
"""What goes out to get something; ``load`` and ``resolve`` may look into tables of the caller."""


def is_fetch(name: str) -> bool:
    """Whether a function of this name asks the outside world."""
    return _OUTSIDE.match(name.rpartition(".")[2]) is not None
