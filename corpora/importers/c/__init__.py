"""Integer C to typed Python, exactly or not at all.

The way of a program: ``source`` turns the text into syntax, ``unit`` and its helpers into a tree
whose names and types are settled, ``assigned``, ``sign``, ``fit`` and ``order`` judge the tree,
``module`` writes it as Python.
"""
