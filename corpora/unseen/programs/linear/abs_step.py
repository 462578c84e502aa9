def main(x: int, y: int) -> int:
    if y < 0:
        y = -y
    while x > y:
        x = x - y
    return x
