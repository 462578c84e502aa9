import time


def result(client, job):
    status = client.status(job)
    for _ in range(60):
        if status == "done":
            return client.result(job)
        time.sleep(1)
        status = client.status(job)
    raise TimeoutError(job)
