def main(x: int, y: int, z: int, w: int) -> int:
    steps = 0
    while x > 0:
        x += y
        y += z
        z += w
        steps += 1
    return steps
