def main(x: int, y: int, z: int, w: int) -> int:
    while True:
        if x <= 0:
            break
        x = x + y
        y = y + z
        z = z + w
        w = w - 2
    return x
