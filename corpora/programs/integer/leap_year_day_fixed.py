def year_of(days: int) -> int:
    year = 1980
    length = 366
    while days > length:
        days -= length
        year += 1
        length = 366 if year % 4 == 0 else 365
    return year
