def main(n: int, skip: int) -> int:
    i = 0
    seen = 0
    while i < n:
        if i == skip:
            continue
        i += 1
        seen += 1
    return seen
