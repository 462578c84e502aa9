"""Callees that cut what they are handed, and objects that a class method makes of its class."""

from haltcheck.api import check

ENDLESS = """
import struct
class Prop:
    _FMT = "!HH"
    _TYPES = {}
    def __init__(self, kind=None, data=None):
        self.kind = kind
        self.data = data
    @classmethod
    def parse(cls, buf):
        (kind, length) = struct.unpack_from(cls._FMT, buf, 0)
        rest = buf[(length + 7) // 8 * 8:]
        try:
            made = cls._TYPES[kind]
        except KeyError:
            made = Unknown
        prop = made.sub_parser(buf, kind, length)
        prop.kind = kind
        return prop, rest

class Unknown(Prop):
    @classmethod
    def sub_parser(cls, buf, kind, length):
        return cls(kind, buf[4:length])

class Packet:
    def __init__(self, path):
        self.path = path
        self.props = []

    @classmethod
    def parser(cls, msg):
        made = cls(msg.path)
        rest = msg.data
        while rest:
            p, rest = Prop.parse(rest)
            made.props.append(p)
            made._parse_prop(p)
        return made

    def _parse_prop(self, p):
        if p.kind == 1:
            self.data = p.data
"""

REPAIRED = ENDLESS.replace(
    "        rest = buf[",
    "        if not length:\n            raise ValueError(length)\n        rest = buf[",
)


def _found(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.function for one in report.findings]


def test_what_a_callee_cuts_stays_as_it_is_when_others_get_it() -> None:
    assert _found(ENDLESS) == ["Packet.parser"]


def test_a_length_that_is_refused_is_believed() -> None:
    assert not _found(REPAIRED)
