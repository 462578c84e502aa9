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
        part = Failed.guard(sock.recv, 4096)
        if not part:
            raise EOFError("the peer closed inside the answer")
        data += part
    return data
