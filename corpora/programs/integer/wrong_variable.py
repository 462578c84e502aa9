def spend(coins: int, price: int) -> int:
    while coins > 0:
        price -= 1
    return price
