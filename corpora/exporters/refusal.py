"""What cannot be exported, and why."""


class RefusedError(Exception):
    """Why there is no export, as one sentence."""
