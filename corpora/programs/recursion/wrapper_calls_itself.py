def logged(function):
    def wrapper(name: str) -> str:
        print("calling", name)
        return wrapper(name)

    return wrapper


@logged
def greet(name: str) -> str:
    return "hello " + name
