def main(x: int, y: int, z: int, w: int) -> int:
    while x > y:
        x = x + z
        y = y + w
        z = z - 1
    return z
