import struct


def records(data: bytes) -> int:
    place = count = 0
    while place < len(data):
        (length,) = struct.unpack_from(">H", data, place)
        place += length
        count += 1
    return count
