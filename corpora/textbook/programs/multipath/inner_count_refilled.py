def main(x: int, y: int, z: int) -> int:
    steps = 0
    while x > 0:
        if y > 0:
            y -= 1
        else:
            x -= 1
            y = z
        steps += 1
    return steps
