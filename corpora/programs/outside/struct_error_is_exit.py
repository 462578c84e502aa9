import struct


def total(stream) -> int:
    result = 0
    while True:
        (number,) = struct.unpack(">I", stream.read(4))
        result += number
