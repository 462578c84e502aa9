class Failed(Exception):
    @staticmethod
    def guard(function, *args, **named):
        try:
            return function(*args, **named)
        except OSError as error:
            raise Failed(str(error)) from error


def answer(sock):
    data = b""
    while not data.endswith(b"\r\n"):
        data += Failed.guard(sock.recv, 4096)
    return data
