def main(x: int) -> int:
    while x > 1:
        if x % 2 == 0:
            x = x // 2
        else:
            x += 1
    return 0
