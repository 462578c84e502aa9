def main(n: int) -> int:
    total = 0
    for i in range(n):
        j = i
        while j != 0:
            total += j
            j -= 2
    return total
