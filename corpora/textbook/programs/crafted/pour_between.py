def main(left: int, right: int, cup: int) -> int:
    if cup < 1:
        cup = 1
    while left > 0:
        if left < cup:
            right += left
            left = 0
        else:
            left -= cup
            right += cup
    return right
