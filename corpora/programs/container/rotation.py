from collections import deque


def cycle_jobs(jobs: list[str]) -> int:
    queue = deque(jobs)
    turns = 0
    while queue:
        queue.append(queue.popleft())
        turns += 1
    return turns
