def main(x: int, y: int, z: int) -> int:
    if z <= 0:
        z = 1 - z
    while x > 0:
        x = x + y
        y = y - z
    return x
