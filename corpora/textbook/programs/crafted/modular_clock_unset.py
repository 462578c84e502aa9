def main(days: int, hour: int) -> int:
    ticks = 0
    while days > 0:
        hour += 1
        if hour == 24:
            hour = 0
            days -= 1
        ticks += 1
    return ticks
