class Report:
    def __init__(self, kinds):
        self.kinds = kinds

    def tells(self, state):
        error = state.outcome.exception()
        while error is not None:
            if isinstance(error, self.kinds):
                return True
            error = error.__cause__
        return False
