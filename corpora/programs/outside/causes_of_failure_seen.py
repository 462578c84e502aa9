class Report:
    def __init__(self, kinds):
        self.kinds = kinds

    def tells(self, state):
        error = state.outcome.exception()
        seen = set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            if isinstance(error, self.kinds):
                return True
            error = error.__cause__
        return False
