"""Path names as objects."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, pure, world


class PathMethods(Library):
    """``pathlib.Path``; what only takes names apart is pure."""

    name = "pathlib.Path"
    facts: ClassVar[Facts] = {
        **each("as_posix as_uri", pure("str")),
        **each("joinpath relative_to with_name with_stem with_suffix", pure("object")),
        **each("is_absolute is_relative_to match", pure("bool")),
        **each(
            "exists is_block_device is_char_device is_dir is_fifo is_file is_mount is_socket "
            "is_symlink samefile",
            world("bool"),
        ),
        **each("absolute expanduser readlink resolve", world("object")),
        **each("lstat stat", world("object")),
        **each("glob iterdir rglob", world("iterator")),
        "open": world("stream"),
        "read_bytes": also(world("bytes", low=0), waits=True),
        "read_text": also(world("str", low=0), waits=True),
        **each("write_bytes write_text", Fact(("int",), 0)),
        **each("rename replace", Fact(("object",))),
        **each(
            "chmod hardlink_to lchmod mkdir rmdir symlink_to touch unlink",
            Fact(("none",)),
        ),
    }
