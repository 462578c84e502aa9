def main(x: int) -> int:
    step = 1
    while x > 0:
        x = x - step
        step = step - 1
    return step
