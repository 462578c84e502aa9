def main(x: int, y: int, z: int, n: int) -> int:
    while x < n:
        x = x + y * y - z
        z = z + 2 * y + 1
        y += 1
    return 0
