def search(numbers: list[int], wanted: int, low: int, high: int) -> int:
    if low >= high:
        return low
    middle = (low + high) // 2
    if numbers[middle] < wanted:
        return search(numbers, wanted, middle, high)
    return search(numbers, wanted, low, middle)
