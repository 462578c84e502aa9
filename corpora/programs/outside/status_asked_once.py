import time


def result(client, job):
    status = client.status(job)
    while status != "done":
        time.sleep(1)
    return client.result(job)
