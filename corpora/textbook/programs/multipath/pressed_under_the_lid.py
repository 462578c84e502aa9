def main(x: int, cap: int) -> int:
    while x < 100:
        x += 1
        if x > cap:
            x = cap
    return x
