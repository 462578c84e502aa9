def main(n: int) -> int:
    i = 0
    while i < n:
        i += 1
    if i < 0:
        while True:
            i -= 1
    return i
