def main(n: int) -> int:
    i = 0
    total = 0
    while i < n:
        j = 0
        while j < i:
            total += 1
            j += 1
            i += 1
    return total
