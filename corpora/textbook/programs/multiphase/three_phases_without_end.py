def main(x: int, y: int, z: int) -> int:
    while x > 0:
        x += y
        y += z
    return x
