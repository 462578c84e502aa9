def digital_root(n: int) -> int:
    while len(str(n)) > 1:
        n = sum(int(digit) for digit in str(n))
    return n
