"""Text becomes syntax; the keeper of libcst.

This room never fails: what it cannot read is a ``Gap`` or an ``Unreadable``. It knows how Python
spells things and nothing of what they mean.
"""
