DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def next_month_with(day: int, month: int) -> int:
    while DAYS[month - 1] < day:
        month = month % 12 + 1
    return month
