"""What the outside world hands over as an argument."""

from __future__ import annotations

from haltcheck.basis.record import record


@record
class World:
    """A stream that delivers the content bit by bit, and nothing ever after."""

    content: bytes | str

    def __repr__(self) -> str:
        return (
            f"io.{'BytesIO' if isinstance(self.content, bytes) else 'StringIO'}({self.content!r})"
        )


@record
class Memory:
    """``memoryview`` of the content."""

    content: bytes

    def __repr__(self) -> str:
        return f"memoryview({self.content!r})"
