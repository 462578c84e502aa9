from collections import deque


def run(jobs: list[int]) -> int:
    queue = deque(jobs)
    turns = 0
    while queue:
        job = queue.popleft()
        turns += 1
        if job > 0:
            queue.append(job - 1)
    return turns
