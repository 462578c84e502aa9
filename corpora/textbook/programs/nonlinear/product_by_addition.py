def main(x: int, y: int) -> int:
    if x <= 0 or y < 0:
        return 0
    z = 0
    i = 0
    while i < y:
        z += x
        i += 1
    rounds = 0
    while z > 0:
        z -= x
        rounds += 1
    return rounds
