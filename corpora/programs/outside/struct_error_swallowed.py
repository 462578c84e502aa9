import struct


def total(stream) -> int:
    result = 0
    while result < 1000:
        try:
            (number,) = struct.unpack(">I", stream.read(4))
        except struct.error:
            continue
        result += max(number, 1)
    return result
