def main(n: int) -> int:
    step = 1
    while n >= step:
        n -= step
        step += 2
    return step // 2
