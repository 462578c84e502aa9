def find(numbers: list[int], wanted: int) -> int:
    i = len(numbers)
    while i > 0:
        i -= 1
        if numbers[i] == wanted:
            break
    else:
        return -1
    return i
