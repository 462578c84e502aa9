"""The one exception that carries a sentence to the user."""


class HaltcheckError(Exception):
    """The user's mistake, worded as one whole sentence; doors turn it into exit code 2."""


class MalformedError(HaltcheckError):
    """Data that somebody wrote by hand or with another program does not say what it should."""
