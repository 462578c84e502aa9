def spend(budget: int) -> int:
    while True:
        budget -= 1
        if budget < 0:
            raise AssertionError("budget spent")
