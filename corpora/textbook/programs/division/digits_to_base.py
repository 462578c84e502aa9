def main(n: int, base: int) -> int:
    count = 0
    while n > 0:
        n //= base
        count += 1
    return count
