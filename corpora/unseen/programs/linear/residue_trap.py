def main(i: int, n: int) -> int:
    while i < n:
        j = i
        while j % 5 == 3:
            j += 5
        i += 1
    return i
