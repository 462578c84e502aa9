def main(x: int, y: int, z: int) -> int:
    while x > 0:
        x = x + y * z
        y += 1
        z -= 1
    return 0
