"""The sample of halts is random, and the same for the same seed."""

from pathlib import Path

from benches import halts
from benches.street import Lean, Sight
from haltcheck.basis.answer import Answer


def _sights(folder: Path) -> list[Sight]:
    path = folder / "a.py"
    path.write_text("".join(f"for x in {number}:\n" for number in range(30)))
    leaning = tuple(
        Lean("f", "for", line, ("halt: A",), ("g returns",), "why") for line in range(1, 31)
    )
    return [Sight(str(path), Answer.HALT, leaning=leaning)]


def test_the_same_seed_draws_the_same(tmp_path: Path) -> None:
    sights = _sights(tmp_path)
    first, again, other = (halts.draw(sights, tmp_path, 7, seed) for seed in (1, 1, 2))
    assert len(first) == 7
    assert first == again != other
    assert all(row.excerpt == f"for x in {row.line - 1}:" for row in first)


def test_what_was_read_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "halts.jsonl").write_text("")
    assert halts.main([str(tmp_path), "--results", str(tmp_path)]) == 2
