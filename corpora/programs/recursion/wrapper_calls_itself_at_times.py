import functools


class Switch:
    on = True


def quiet(function):
    @functools.wraps(function)
    def wrapper(task: list, *names: str, **options: int) -> list:
        if Switch.on:
            return list(wrapper(task, *names, **options))
        return function(task, *names, **options)

    return wrapper


@quiet
def add(task: list, *names: str, **options: int) -> list:
    return [*task, *names]
