def count(limit: int) -> list[int]:
    return list(range(limit))


def total(limit: int) -> int:
    result = 0
    for i in count(limit):
        result += i
    return result
