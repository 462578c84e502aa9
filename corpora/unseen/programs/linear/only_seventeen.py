def main(n: int) -> int:
    i = 0
    while i < n:
        i += 1
    if i == 17:
        while i > 0:
            i = 35 - i
    return i
