def main(n: int) -> int:
    turns = 0
    while n != 0:
        n //= -2
        turns += 1
    return turns
