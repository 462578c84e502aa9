def main(x: int, y: int, z: int) -> int:
    while x > 0 and y > 0:
        if z > 0:
            z -= 1
            x += 1
        elif y > x:
            y -= 1
        else:
            x -= 1
    return z
