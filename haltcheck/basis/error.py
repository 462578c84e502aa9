"""The one exception that carries a sentence to the user."""


class HaltcheckError(Exception):
    """The user's mistake, worded as one whole sentence; doors turn it into exit code 2."""
