def main(position: int, goal: int, step: int) -> int:
    if step <= 0:
        return -1
    while position < goal:
        position = position + step
    return position - goal
