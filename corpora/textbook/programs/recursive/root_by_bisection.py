def search(low: int, high: int, key: int) -> int:
    if low >= high:
        return low
    middle = (low + high) // 2
    if middle * middle < key:
        return search(middle + 1, high, key)
    return search(low, middle, key)


def main(key: int) -> int:
    return search(0, key, key)
