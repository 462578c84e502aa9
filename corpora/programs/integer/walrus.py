def sum_below(n: int) -> int:
    total = 0
    while (n := n - 1) > 0:
        total += n
    return total
