class Job:
    def __init__(self, name: str) -> None:
        self.name = name
        self.done = False


def wait(job: Job, other: Job) -> int:
    rounds = 0
    while not job.done:
        other.done = True
        rounds += 1
    return rounds
