def main(n: int) -> int:
    steps = 0
    while n > 1:
        if n % 2 == 1:
            n += 3
        else:
            n //= 2
        steps += 1
    return steps
