class Decoder:
    def __init__(self) -> None:
        self.finished = False

    def feed(self, data: bytes) -> tuple[bytes, bytes]:
        if self.finished or data[0] == 0:
            self.finished = True
            return b"", data
        return data[1 : 1 + data[0]], data[1 + data[0] :]


def unpack(data: bytes) -> bytes:
    decoder = Decoder()
    result = b""
    while data:
        part, data = decoder.feed(data)
        result += part
    return result
