import os
import time


def poll(path: str) -> None:
    last = 0.0
    while True:
        changed = os.stat(path).st_mtime if os.path.exists(path) else 0.0
        if changed != last:
            print("changed:", path)
            last = changed
        time.sleep(1)
