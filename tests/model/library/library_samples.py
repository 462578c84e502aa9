"""Arguments for entries of the library models that may be run harmlessly."""

import base64
import binascii
import bz2
import collections
import datetime
import decimal
import gzip
import lzma
import pathlib
import re
import struct
import urllib.parse
import zlib

NOON = datetime.datetime(2024, 2, 29, 12, 0, tzinfo=datetime.UTC)
DATA = b"some bytes, some bytes"
DER = b"0\x03\x02\x01\x01"
PEM = "-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----\n"
_CODED = {
    "a85decode": base64.a85encode, "b16decode": base64.b16encode, "b32decode": base64.b32encode,
    "b32hexdecode": base64.b32hexencode, "b64decode": base64.b64encode,
    "b85decode": base64.b85encode, "decodebytes": base64.encodebytes,
    "standard_b64decode": base64.b64encode, "urlsafe_b64decode": base64.urlsafe_b64encode,
}  # fmt: skip
_PACKED = {"zlib": zlib, "gzip": gzip, "bz2": bz2, "lzma": lzma}
_TEXTS = ("", "a b", "http://u@h:1/p;x?q=1&q=2#f", "%41")


def _each(module, names, *samples):
    return {f"{module}.{name}": samples for name in names.split()}


FUNCTIONS = {
    **{f"base64.{name}": ((b"",), (code(DATA),)) for name, code in _CODED.items()},
    **{f"{name}.decompress": ((one.compress(DATA),),) for name, one in _PACKED.items()},
    **{f"{name}.compress": ((b"",), (DATA,)) for name in _PACKED},
    **_each(
        "base64", "a85encode b16encode b32encode b32hexencode b64encode b85encode encodebytes "
        "standard_b64encode urlsafe_b64encode", (b"",), (DATA,),
    ),
    **_each("binascii", "b2a_base64 b2a_hex b2a_qp b2a_uu hexlify crc32", (b"",), (DATA,)),
    **_each("binascii", "a2b_hex unhexlify", (b"",), ("00ff",)),
    **_each("binascii", "a2b_base64 a2b_qp", (b"",), (b"YQ==",)),
    "binascii.a2b_uu": ((binascii.b2a_uu(DATA),),),
    "binascii.crc_hqx": ((b"", 0), (DATA, 7)),
    **_each("zlib", "adler32 crc32", (b"",), (DATA,), (DATA, 7)),
    "calendar.isleap": ((2024,), (1900,)),
    "calendar.leapdays": ((1900, 2000),),
    "calendar.weekday": ((2024, 2, 29),),
    "calendar.timegm": (((2024, 2, 29, 12, 0, 0),),),
    "calendar.monthrange": ((2024, 2), (1900, 12)),
    **_each("codecs", "ascii_decode latin_1_decode utf_8_decode", (b"",), (DATA,)),
    **_each("codecs", "utf_16_decode utf_32_decode", (b"",)),
    **_each(
        "codecs", "ascii_encode latin_1_encode utf_16_encode utf_32_encode utf_8_encode",
        ("",), ("abc",),
    ),
    **_each("urllib.parse", "urldefrag urlparse urlsplit parse_qs parse_qsl",
            *((one,) for one in _TEXTS)),
    **_each("urllib.parse", "quote quote_plus unquote unquote_plus unquote_to_bytes",
            *((one,) for one in _TEXTS)),
    **_each("urllib.parse", "urlunparse urlunsplit", (urllib.parse.urlsplit(_TEXTS[2]),)),
    "urllib.parse.urlunparse": ((urllib.parse.urlparse(_TEXTS[2]),),),
    "urllib.parse.urljoin": tuple((one, two) for one in _TEXTS for two in _TEXTS),
    "urllib.parse.quote_from_bytes": ((b"",), (DATA,)),
    "urllib.parse.urlencode": (({},), ({"a": 1},)),
    **_each("urllib.request", "pathname2url url2pathname", ("",), ("/a b",)),
    "email.header.decode_header": (("",), ("=?utf-8?q?a?= b",)),
    "email.utils.parseaddr": (("",), ("A <a@b>",)),
    "email.utils.getaddresses": (([],), (["A <a@b>"],)),
    "email.utils.formataddr": ((("A", "a@b"),),),
    **_each("email.utils", "quote unquote", ("",), ('"a"',)),
    "email.utils.format_datetime": ((NOON,),),
    **_each("email.utils", "parsedate parsedate_tz", ("",), ("Thu, 29 Feb 2024 12:00:00 +0000",)),
    "email.utils.parsedate_to_datetime": (("Thu, 29 Feb 2024 12:00:00 +0000",),),
    "email.utils.mktime_tz": (((2024, 2, 29, 12, 0, 0, 0, 1, -1, 0),),),
    "errno.errorcode.get": ((2,), (-1,)),
    **_each("fnmatch", "fnmatch fnmatchcase", ("a", "*"), ("", "[!a]")),
    "fnmatch.filter": ((["a", "b"], "a*"),),
    "fnmatch.translate": (("",), ("a*",)),
    **_each("fractions", "Fraction", (), (1, 3), ("1/3",), (0.5,)),
    "fractions.Fraction.from_decimal": ((decimal.Decimal("0.1"),),),
    "fractions.Fraction.from_float": ((0.5,),),
    "glob.escape": (("",), ("a*",), (b"?",)),
    "hashlib.pbkdf2_hmac": (("sha256", b"a", b"b", 1),),
    "inspect.cleandoc": (("",), ("a\n  b",)),
    "inspect.getmodulename": (("a.py",), ("a",)),
    "locale.normalize": (("",), ("de",)),
    "lzma.is_check_supported": ((lzma.CHECK_CRC32,), (15,)),
    **_each("pathlib", "Path PurePath PurePosixPath PureWindowsPath", (), ("a/b",)),
    "secrets.compare_digest": (("a", "a"), (b"a", b"b")),
    "shlex.split": (("",), ("a 'b c'",)),
    "shlex.quote": (("",), ("a b",)),
    "shlex.join": (([],), (["a b"],)),
    "signal.strsignal": ((2,), (60,)),
    "sqlite3.complete_statement": (("select 1;",), ("",)),
    "sqlite3.Date": ((2024, 2, 29),),
    "sqlite3.Time": ((12, 0, 0),),
    "sqlite3.Timestamp": ((2024, 2, 29, 12, 0, 0),),
    "ssl.cert_time_to_seconds": (("Jan  5 09:34:43 2018 GMT",),),
    "ssl.DER_cert_to_PEM_cert": ((DER,),),
    "ssl.PEM_cert_to_DER_cert": ((PEM,),),
    **_each("stat", "S_ISBLK S_ISCHR S_ISDIR S_ISFIFO S_ISLNK S_ISREG S_ISSOCK S_IFMT S_IMODE "
            "filemode", (0,), (0o100644,), (0o177777,)),
    "textwrap.wrap": (("",), ("a b c " * 40,)),
    **_each("textwrap", "dedent fill", ("",), ("  a\n  b",)),
    "textwrap.shorten": (("a b c", 5),),
    "textwrap.indent": (("a\n", "  "),),
    "typing.cast": ((int, "a"), ("int", 1)),
    "uuid.UUID": (("0" * 32,),),
    **_each("secrets", "randbelow", (1,), (9,)),
    **_each("secrets", "randbits token_bytes token_hex", (8,)),
    **_each("uuid", "uuid1 uuid4 getnode", ()),
    "decimal.Decimal": ((), ("0.1",)),
    "decimal.Decimal.from_float": ((0.1,),),
    **_each("platform", "machine node system release version uname python_build "
            "python_compiler python_implementation python_version python_version_tuple", ()),
    **_each("locale", "getlocale localeconv getpreferredencoding", ()),
    "locale.atof": (("1.5",),),
    "locale.atoi": (("1",),),
    **_each("tempfile", "gettempdir gettempdirb gettempprefix gettempprefixb", ()),
    "shutil.which": (("sh",), ("no such program",)),
    **_each("shutil", "get_terminal_size get_archive_formats get_unpack_formats", ()),
    "shutil.disk_usage": (("/",),),
    **_each("sys", "getdefaultencoding getfilesystemencoding exc_info getrecursionlimit", ()),
    "sys.intern": (("a",),),
    **_each("queue", "Empty Full", (), (1,)),
    **_each("logging", "critical debug error exception info warning", ("%s", "a")),
    "logging.log": ((10, "a"),),
    "string.capwords": (("",), ("a b",)),
    "string.Template": (("$a",),),
    "subprocess.list2cmdline": ((["a", "b c"],),),
    "struct.pack": (("",), ("<i", 1)),
    "struct.calcsize": (("",), ("<i",)),
    "struct.Struct": (("<i",),),
    "struct.unpack": (("<i", b"abcd"), ("", b"")),
    "struct.unpack_from": (("<i", b"abcdef"),),
    "struct.iter_unpack": (("<i", b"abcd"),),
    "traceback.format_exc": ((),),
    **_each("inspect", "stack trace currentframe", ()),
    "inspect.isclass": ((int,), (1,)),
    **_each("typing", "get_args get_origin", (dict[str, int],), (int,)),
    "typing.is_typeddict": ((int,),),
    **_each("signal", "valid_signals sigpending", ()),
    "signal.getitimer": ((0,),),
    **_each("multiprocessing", "cpu_count active_children current_process parent_process "
            "get_all_start_methods", ()),
    "dataclasses.is_dataclass": ((int,),),
}  # fmt: skip
"""Samples of arguments by dotted name; results are of the kinds that the model names."""

OLDER = {
    **_each("math", "acos asin atan cbrt cos cosh erf erfc exp exp2 expm1 fabs degrees radians "
            "sin sinh sqrt tan tanh ulp asinh log1p", (0,), (0.5,)),
    **_each("math", "atanh", (0,), (0.5,)),
    **_each("math", "acosh gamma lgamma log log10 log2", (1,), (2.5,)),
    **_each("math", "atan2 copysign fmod hypot nextafter pow remainder", (1.5, 2)),
    "math.ldexp": ((1.5, 2),),
    "math.dist": (((1,), (2,)),),
    **_each("math", "ceil floor trunc", (-1.5,), (2,)),
    **_each("math", "comb perm", (5, 2), (2, 5)),
    **_each("math", "factorial isqrt", (0,), (9,)),
    **_each("math", "gcd lcm", (), (-4, 6), (0, 0)),
    "math.isclose": ((1, 2),),
    **_each("math", "isfinite isinf isnan frexp modf", (1.5,), (float("inf"),)),
    "math.fsum": (([1, 2],),),
    "math.prod": (([1, 2.5],), ([],)),
    **_each("os.path", "basename dirname join normcase normpath", ("",), ("/a/b.c",), (b"a",)),
    "os.path.commonprefix": ((["ab", "ac"],), ([],)),
    "os.path.commonpath": ((["/a/b", "/a/c"],),),
    **_each("os.path", "split splitext splitdrive isabs", ("",), ("/a/b.c",), (b"a",)),
    **_each("os", "fspath fsencode fsdecode", ("a",), (b"a",)),
    **_each("os", "WIFEXITED WIFSIGNALED WIFSTOPPED WEXITSTATUS WTERMSIG WSTOPSIG", (0,), (257,)),
    **_each("os", "getcwd getpid uname times cpu_count urandom", *[()]),
    "os.urandom": ((3,),),
    "re.compile": (("a*",),),
    "re.escape": (("a*",), (b"?",)),
    **_each("re", "match search fullmatch split findall finditer", ("a*", "baab"), ("x", "")),
    "re.sub": (("a", "b", "aa"), (b"a", b"b", b"aa")),
    "re.subn": (("a", "b", "aa"),),
    "re.purge": ((),),
    **_each("socket", "htonl htons ntohl ntohs", (1,)),
    "socket.inet_aton": (("127.0.0.1",),),
    "socket.inet_pton": ((2, "127.0.0.1"), (10, "::1")),
    "socket.inet_ntoa": ((b"\x7f\0\0\x01",),),
    "socket.inet_ntop": ((2, b"\x7f\0\0\x01"),),
    "socket.getdefaulttimeout": ((),),
    "time.mktime": (((2024, 2, 29, 12, 0, 0, 0, 1, -1),),),
    "time.strptime": (("2024", "%Y"),),
    **_each("time", "time monotonic perf_counter time_ns localtime gmtime ctime asctime", ()),
    "time.strftime": (("%Y",),),
    "datetime.date": ((2024, 2, 29),),
    "datetime.datetime": ((2024, 2, 29),),
    **_each("datetime", "time timedelta datetime.now date.today", ()),
    "datetime.timezone": ((datetime.timedelta(0),),),
    "datetime.datetime.combine": ((NOON.date(), NOON.time()),),
    **_each("datetime", "datetime.fromisoformat date.fromisoformat", ("2024-02-29",)),
    **_each("datetime", "datetime.fromordinal date.fromordinal", (1,)),
    **_each("datetime", "datetime.fromtimestamp date.fromtimestamp", (0,)),
    "datetime.datetime.strptime": (("2024", "%Y"),),
    **_each("heapq", "nlargest nsmallest", (1, [2, 1])),
    "heapq.merge": (([1], [2]),),
    "copy.copy": (([],),),
    **_each("itertools", "chain pairwise product permutations groupby", ([1, 2],)),
    "itertools.tee": (([1],),),
    **_each("operator", "eq lt not_ truth contains countOf", *[]),
    **_each("json", "dumps", (1,), ([],)),
    **_each("random", "random getstate", ()),
    **_each("random", "getrandbits randrange", (3,)),
    "random.randint": ((-3, 3),),
    "random.choices": (([1],),),
}  # fmt: skip
"""As ``FUNCTIONS``, for modules whose models are older."""

_TEXT = {
    **dict.fromkeys(("ljust", "rjust", "center", "zfill"), ((9,),)),
    **dict.fromkeys(("find", "rfind", "count", "startswith", "endswith"), (("a",), ("x",))),
    **dict.fromkeys(("index", "rindex", "removeprefix", "removesuffix"), (("a",),)),
    **dict.fromkeys(("partition", "rpartition"), ((",",), ("x",))),
    "replace": (("a", "b"), ("", "x")),
    "translate": (({97: "x"},),),
    "maketrans": (({97: "x"},),),
    "format_map": (({},),),
}


def _as_bytes(samples):
    return tuple(tuple(a.encode() if isinstance(a, str) else a for a in one) for one in samples)


_BYTES = {name: _as_bytes(samples) for name, samples in _TEXT.items()} | {
    "translate": ((bytes(256),), (None, b"a")),
    "maketrans": ((b"a", b"b"),),
    "fromhex": (("00",),),
}
_FOUND = re.compile("(a)(x)?").search("ba")
_NAME = {
    "joinpath": (("b",), ()), "relative_to": (("a",),), "with_name": (("b",),),
    "with_stem": (("b",),), "with_suffix": ((".d",),), "is_relative_to": (("a",), ("x",)),
    "match": (("*.c",), ("x",)),
}  # fmt: skip
_SEQUENCE = {"index": ((1,),), "count": ((1,), (9,))}

RECEIVERS = {
    "str": (lambda: "a,b", _TEXT),
    "bytes": (lambda: b"a,b", _BYTES),
    "bytearray": (lambda: bytearray(b"a,b"), _BYTES),
    "int": (lambda: 5, {"from_bytes": ((b"ab", "big"),), "to_bytes": ((4, "big", ),)}),
    "float": (lambda: -2.5, {"fromhex": (("0x1p3",),)}),
    "complex": (lambda: 1j, {}),
    "tuple": (lambda: (1, 2), _SEQUENCE),
    "list": (lambda: [1, 2], {**_SEQUENCE, "append": ((1,),), "extend": (([3],),)}),
    "dict": (lambda: {1: 2}, {"get": ((1,), (3,)), "pop": ((1,),), "setdefault": ((1, 2),)}),
    "set": (lambda: {1}, {"add": ((1,),), "discard": ((9,),), "remove": ((1,),)}),
    "frozenset": (lambda: frozenset([1]), {}),
    "deque": (lambda: collections.deque([1]), {**_SEQUENCE, "append": ((1,),)}),
    "counter": (lambda: collections.Counter("aab"), {"get": (("a",),), "pop": (("a",),)}),
    "ordereddict": (lambda: collections.OrderedDict({1: 2}), {"get": ((1,),), "pop": ((1,),),
                    "move_to_end": ((1,),), "setdefault": ((1,),), "fromkeys": (([1],),)}),
    "defaultdict": (lambda: collections.defaultdict(list, {1: []}), {"get": ((1,), (5,)),
                    "pop": ((1,),), "setdefault": ((1,),)}),
    "match": (lambda: _FOUND, {"expand": ((r"\1",),), "group": ((), (2,), (0, 1)),
              "start": ((), (2,)), "end": ((), (2,)), "span": ((), (2,))}),
    "pattern": (lambda: re.compile("a*"), {**dict.fromkeys(
        ("match", "search", "fullmatch", "split", "findall", "finditer"), (("baab",), ("",))),
        "sub": (("b", "aa"),), "subn": (("b", "aa"),)}),
    "memoryview": (lambda: memoryview(b"ab"), {"cast": (("b",),)}),
    "path": (lambda: pathlib.PosixPath("/a/b.c"), {**_NAME, "relative_to": (("/a",),)}),
    "struct": (lambda: struct.Struct("<i"), {"pack": ((1,),), "unpack": ((b"abcd",),),
               "unpack_from": ((b"abcdef",),), "iter_unpack": ((b"abcd",),),
               "pack_into": ((bytearray(4), 0, 1),)}),
}  # fmt: skip
"""How an object of a kind is made, and arguments of its methods; none where nothing stands."""
