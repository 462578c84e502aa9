import queue


def work(jobs: "queue.Queue[str]") -> None:
    while True:
        job = jobs.get()
        print("done", job)
        jobs.task_done()
