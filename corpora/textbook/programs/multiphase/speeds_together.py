def main(x: int, y: int, z: int) -> int:
    while x > 0:
        x += y - z
        y += 1
        z += 1
    return x
