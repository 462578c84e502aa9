def main(x: int, y: int) -> int:
    while x < y:
        x += 1
    z = x - y
    while z > 0:
        z -= 3
    while z < 0:
        z += 1
        y -= 1
    while y > -20:
        y -= 2
    return x + y + z
