import logging

log = logging.getLogger(__name__)


class Recorder:
    def __init__(self, target: object) -> None:
        self.target = target

    def __getattr__(self, name: str) -> object:
        log.debug("asked for %s", name)
        return getattr(self.target, name)
