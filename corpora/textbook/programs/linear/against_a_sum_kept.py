def main(x: int, y: int, z: int) -> int:
    while x >= y + z:
        y = y + 2
        z = z - 2
    return x
