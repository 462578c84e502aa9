def spend(budget: int, price: int) -> int:
    days = 0
    while budget > 0:
        bought = 0
        while bought < 3 and budget > 0:
            budget -= max(price, 1)
            bought += 1
        days += 1
    return days
