import threading
import time


def wait_for_result() -> int:
    result = {"ready": False, "value": 0}

    def compute() -> None:
        result["value"] = sum(range(10))
        result["ready"] = True

    threading.Thread(target=compute).start()
    while not result["ready"]:
        time.sleep(0.002)
    return result["value"]
