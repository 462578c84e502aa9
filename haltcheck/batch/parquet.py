"""Corpora and scores in Parquet files; the keeper of pyarrow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from haltcheck.basis.error import HaltcheckError


def library() -> Any:
    """pyarrow, or a sentence with the remedy where it is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise HaltcheckError(
            "Parquet needs pyarrow, which is not installed; pip install 'haltcheck[batch]'"
        ) from error
    return pyarrow


def records(path: str) -> Iterator[object]:
    """Every record of a Parquet file as plain data."""
    arrow = library()
    try:
        for batch in arrow.parquet.ParquetFile(path).iter_batches(batch_size=256):
            yield from batch.to_pylist()
    except arrow.ArrowException as error:
        raise HaltcheckError(f"{path}: {error}") from error


def convert(rows: str, out: str) -> None:
    """Writes the rows of a JSONL file as Parquet, at most a few thousand in memory."""
    arrow = library()
    with open(rows, encoding="utf-8") as stream:
        writer = arrow.parquet.ParquetWriter(out, _schema(arrow))
        with writer:
            chunk: list[Any] = []
            for line in stream:
                chunk.append(json.loads(line))
                if len(chunk) == 4096:
                    writer.write_table(arrow.Table.from_pylist(chunk, _schema(arrow)))
                    chunk = []
            writer.write_table(arrow.Table.from_pylist(chunk, _schema(arrow)))


def _schema(arrow: Any) -> Any:
    text, number, flag = arrow.string(), arrow.float64(), arrow.bool_()
    return arrow.schema(
        [
            ("id", text),
            ("path", text),
            ("function", text),
            ("line", arrow.int64()),
            ("answer", text),
            ("basis", text),
            ("confidence", number),
            ("p_halt", number),
            ("technique", text),
            ("condition", text),
            ("intended", flag),
            ("findings", arrow.list_(text)),
            ("seconds", number),
            ("error", text),
        ]
    )
