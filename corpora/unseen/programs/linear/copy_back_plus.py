def main(n: int) -> int:
    i = 0
    while i < n:
        j = 0
        while j < i:
            j = j + 1
        i = j + 1
    return i
