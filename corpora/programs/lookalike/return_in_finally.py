def once(n: int) -> int:
    while True:
        try:
            n = 10 // n
        finally:
            return n
