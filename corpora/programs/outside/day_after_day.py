import datetime


def next_thirtieth_of_february(year: int) -> datetime.date:
    day = datetime.date(year, 1, 1)
    while not (day.month == 2 and day.day == 30):
        day += datetime.timedelta(days=1)
    return day
