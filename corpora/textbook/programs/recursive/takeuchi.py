def tak(x: int, y: int, z: int) -> int:
    if x <= y:
        return y
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def main(x: int, y: int, z: int) -> int:
    return tak(x, y, z)
