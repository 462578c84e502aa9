import queue


def prompt(lines: "queue.Queue[str]") -> None:
    names: dict[str, int] = {}
    while True:
        words = lines.get().split()
        if len(words) == 2:
            names[words[0]] = len(words[1])
        print(sorted(names))
