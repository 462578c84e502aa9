import queue
import threading


def _work(jobs: "queue.Queue[int | None]", done: list[int]) -> None:
    while True:
        job = jobs.get()
        if job is None:
            break
        done.append(job)


def total(numbers: list[int]) -> int:
    jobs: queue.Queue[int | None] = queue.Queue()
    done: list[int] = []
    worker = threading.Thread(target=_work, args=(jobs, done))
    worker.start()
    for number in numbers:
        jobs.put(number)
    jobs.put(None)
    worker.join()
    return sum(done)
