import datetime


def hours_until(year: int, hours: int) -> int:
    time = datetime.datetime(year, 1, 1)
    end = datetime.datetime(year, 1, 2)
    count = 0
    while time < end:
        time += datetime.timedelta(hours=hours)
        count += 1
    return count
