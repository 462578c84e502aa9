def main(x: int, y: int, z: int) -> int:
    while x * y * z > 0:
        x -= 1
        y -= 1
        z -= 1
    return 0
