def main(x: int, y: int, z: int) -> int:
    if z < 0:
        return x
    while (x - y) * (x - y) > z:
        if x > y:
            x -= 1
        else:
            x += 1
    return x
