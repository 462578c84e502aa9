def main(n: int, skip: int) -> int:
    i = 0
    seen = 0
    while i < n:
        if i == skip:
            i += 2
            continue
        i += 1
        seen += 1
    return seen
