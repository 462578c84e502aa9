"""How annotations are spelled as most people write them, without asking libcst to write them."""

from __future__ import annotations

from typing import Any

import libcst as cst


def spelling(node: Any) -> str:
    """The likely text of an annotation; nothing where it is none of the common kinds.

    It has one blank behind a comma and on both sides of ``|``, and no other.
    """
    if node.lpar:
        return ""
    kind = node.__class__
    if kind is cst.Name or kind is cst.SimpleString:
        return str(node.value)
    if kind is cst.Attribute:
        return _joined((spelling(node.value), node.attr.value), ".")
    if kind is cst.Subscript:
        value, index = spelling(node.value), _joined(map(_element, node.slice), ", ")
        return f"{value}[{index}]" if value and index else ""
    if kind is cst.List:
        items = _joined((spelling(one.value) for one in node.elements), ", ")
        return f"[{items}]" if items else ""
    if kind is cst.BinaryOperation and node.operator.__class__ is cst.BitOr:
        return _joined((spelling(node.left), spelling(node.right)), " | ")
    return "..." if kind is cst.Ellipsis else ""


def _element(node: cst.SubscriptElement) -> str:
    inner = node.slice
    return spelling(inner.value) if isinstance(inner, cst.Index) and not inner.star else ""


def _joined(parts: Any, sign: str) -> str:
    """The parts with the sign between them; nothing where one of them is not known."""
    found = list(parts)
    return sign.join(found) if all(found) else ""
