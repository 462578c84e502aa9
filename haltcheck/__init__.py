"""haltcheck tells whether a Python program halts."""

__version__ = "0.1.0"
