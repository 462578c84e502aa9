def main(x: int, y: int, z: int) -> int:
    while x > 0 and y > 0:
        x += z
        y += 2 * z
        z -= 1
    return x - y
