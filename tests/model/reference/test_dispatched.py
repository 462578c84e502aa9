"""Walks by way of methods that the data names, constructors, and parsers of a module."""

import pytest

from haltcheck.api import check

LEADS_BACK = {
    "a method that a word of the file names": (
        "class P:\n    def parse(self, path):\n        with open(path) as f:\n"
        "            lines = f.readlines()\n        for line in lines:\n"
        "            word, _, rest = line.partition(' ')\n"
        "            method = getattr(self, 'do_' + word, None)\n"
        "            if method:\n                method(rest)\n"
        "    def do_include(self, rest):\n        self.parse(rest.strip())\n"
        "    def do_print(self, rest):\n        print(rest)\n"
    ),
    "an operator that looks up what it runs": (
        "class P:\n    def __init__(self, forms):\n        self.forms = forms\n"
        "    def run(self, stream):\n        for name, arg in stream.parts:\n"
        "            getattr(self, f'do_{name}')(arg)\n"
        "    def do_form(self, arg):\n        self.run(self.forms[arg])\n"
        "    def do_save(self, arg):\n        self.saved = arg\n"
    ),
    "a constructor": (
        "class C:\n    def __init__(self, path):\n        self.parts = []\n"
        "        with open(path) as f:\n            for line in f:\n"
        "                if line.startswith('include'):\n"
        "                    self.parts.append(C(line.split()[1]))\n"
    ),
    "a parser of a module": (
        "import configparser\ndef f(path):\n    parser = configparser.ConfigParser()\n"
        "    parser.read(path)\n    if parser.has_option('main', 'base'):\n"
        "        return f(parser.get('main', 'base'))\n    return parser\n"
    ),
}
ENDS = {
    "what is open is remembered": (
        "class P:\n    def parse(self, path):\n        if path in self.active:\n"
        "            raise ValueError(path)\n        self.active.append(path)\n"
        "        with open(path) as f:\n            for line in f:\n"
        "                word, _, rest = line.partition(' ')\n"
        "                getattr(self, 'do_' + word)(rest)\n"
        "    def do_include(self, rest):\n        self.parse(rest.strip())\n"
    ),
    "a visitor of a tree": (
        "class V:\n    def visit(self, node):\n"
        "        getattr(self, 'visit_' + node.kind)(node)\n"
        "    def visit_list(self, node):\n        for child in node.children:\n"
        "            self.visit(child)\n    def visit_leaf(self, node):\n"
        "        print(node)\n"
    ),
    "methods of another object": (
        "class P:\n    def parse(self, path):\n        with open(path) as f:\n"
        "            for line in f:\n                getattr(self.out, 'do_' + line)(line)\n"
        "    def do_include(self, rest):\n        self.parse(rest.strip())\n"
    ),
    "other names": (
        "class P:\n    def parse(self, path):\n        with open(path) as f:\n"
        "            for line in f:\n                getattr(self, 'on_' + line)(line)\n"
        "    def do_include(self, rest):\n        self.parse(rest.strip())\n"
        "    def on_end(self, rest):\n        print(rest)\n"
    ),
    "a tree of objects": (
        "class C:\n    def __init__(self, data):\n"
        "        self.parts = [C(x) for x in data['parts']]\n"
    ),
    "a constructor that is handed what was seen": (
        "class C:\n    def __init__(self, path, seen=()):\n        self.parts = []\n"
        "        with open(path) as f:\n            for line in f:\n"
        "                if line not in seen:\n"
        "                    self.parts.append(C(line, (*seen, line)))\n"
    ),
    "a parser and a path": (
        "import configparser\ndef f(path, seen=()):\n    parser = configparser.ConfigParser()\n"
        "    parser.read(path)\n    base = parser.get('main', 'base', fallback=None)\n"
        "    if base and base not in seen:\n        return f(base, (*seen, base))\n"
        "    return parser\n"
    ),
}


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", LEADS_BACK)
def test_it_may_lead_back(name: str) -> None:
    assert _codes(LEADS_BACK[name]) == ["HC202"]


@pytest.mark.parametrize("name", ENDS)
def test_it_comes_to_an_end(name: str) -> None:
    assert _codes(ENDS[name]) == []
