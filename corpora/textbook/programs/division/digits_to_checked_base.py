def main(n: int, base: int) -> int:
    if base < 2:
        return -1
    count = 0
    while n > 0:
        count += n % base
        n //= base
    return count
