from functools import partial


def plain(value, *, short=False):
    if isinstance(value, (str, int, float)):
        return value
    again = partial(plain, short=short)
    if isinstance(value, (list, tuple)):
        return [again(part) for part in value]
    if isinstance(value, dict):
        return {str(key): again(part) for key, part in value.items()}
    return repr(value)
