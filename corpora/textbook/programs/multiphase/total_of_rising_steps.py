def main(total: int, bound: int, i: int) -> int:
    while total < bound:
        total += i
        i += 1
    return total
