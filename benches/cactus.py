"""Shows how many programs are decided within which time, as a table and as a drawing."""

import math
from collections.abc import Mapping, Sequence

Series = Sequence[float]
"""Seconds of the programs that were decided, the n-th fastest at place n - 1."""

_RANKS = (0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1.0)
_LIMITS = (0.05, 0.1, 0.3, 1.0, 3.0, 10.0)
_WIDTH, _HEIGHT, _MARGIN = 640, 400, 56
_LEAST = 0.001
_COLOURS = ("#1f4e79", "#2e8b57", "#b5651d", "#7b3f8c", "#8b1a1a")


def series(seconds: Sequence[float]) -> Series:
    """The times in the order in which programs run side by side would be decided."""
    return tuple(round(value, 4) for value in sorted(seconds))


def table(curve: Series) -> list[str]:
    """The n-th fastest and its seconds at some places, and how many a time limit would leave."""
    if not curve:
        return ["nothing was decided"]
    places = sorted({max(1, math.ceil(share * len(curve))) for share in _RANKS})
    within = [(limit, sum(value <= limit for value in curve)) for limit in _LIMITS]
    return [
        "n-th fastest     " + "".join(f"{place:8}" for place in places),
        "CPU seconds      " + "".join(f"{curve[place - 1]:8.3f}" for place in places),
        "CPU second limit " + "".join(f"{limit:8g}" for limit, _ in within),
        "decided within   " + "".join(f"{count:8}" for _, count in within),
    ]


def drawing(curves: Mapping[str, Series]) -> str:
    """The curves as SVG: programs decided to the right, seconds upwards on a log scale."""
    most = max((len(curve) for curve in curves.values()), default=0) or 1
    top = max((curve[-1] for curve in curves.values() if curve), default=_LEAST)
    decades = max(1, math.ceil(math.log10(max(top, _LEAST) / _LEAST) - 1e-9))
    parts = [_frame(most, decades)]
    for number, (name, curve) in enumerate(curves.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        points = " ".join(
            f"{_across(place, most):.1f},{_up(value, decades):.1f}"
            for place, value in enumerate(curve, 1)
        )
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}"/>')
        label = f"{name} ({len(curve)})".replace("&", "&amp;").replace("<", "&lt;")
        parts.append(_text(_MARGIN + 12, _MARGIN + 16 * number, label, colour))
    return "\n".join([*parts, "</svg>", ""])


def _frame(most: int, decades: int) -> str:
    left, right, low, high = _MARGIN, _WIDTH - _MARGIN, _HEIGHT - _MARGIN, _MARGIN // 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
        ' font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>',
        f'<path d="M{left} {high}V{low}H{right}" fill="none" stroke="black"/>',
        _text(right, low + 36, "programs decided", "black", "end"),
        _text(left, high - 8, "CPU seconds", "black"),
    ]
    for decade in range(decades + 1):
        value = _LEAST * 10**decade
        parts.append(_text(left - 6, _up(value, decades) + 4, f"{value:g}", "black", "end"))
    for place in sorted({max(1, most * quarter // 4) for quarter in range(1, 5)}):
        parts.append(_text(_across(place, most), low + 18, str(place), "black", "middle"))
    return "\n".join(parts)


def _text(x: float, y: float, words: str, colour: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}">{words}</text>'


def _across(place: int, most: int) -> float:
    return _MARGIN + (_WIDTH - 2 * _MARGIN) * place / most


def _up(value: float, decades: int) -> float:
    share = math.log10(max(value, _LEAST) / _LEAST) / decades
    return _HEIGHT - _MARGIN - (_HEIGHT - 1.5 * _MARGIN) * share
