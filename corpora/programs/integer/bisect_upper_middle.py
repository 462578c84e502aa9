def last_not_above(numbers: list[int], wanted: int) -> int:
    low, high = 0, len(numbers) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if numbers[middle] <= wanted:
            low = middle
        else:
            high = middle - 1
    return low
