def main(z: int, x: int, y: int) -> int:
    while x >= 1:
        x += 5 * y
        y += 2 * z
        z -= 3
    return x + y
