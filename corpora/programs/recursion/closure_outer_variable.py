def doubled(n: int) -> int:
    def go(left: int) -> int:
        if n <= 0:
            return 0
        return 2 + go(left - 1)

    return go(n)
