import struct


def directories(stream):
    found = []
    (offset,) = struct.unpack("<I", stream.read(4))
    while offset:
        stream.seek(offset)
        (count,) = struct.unpack("<H", stream.read(2))
        tags = [struct.unpack("<HI", stream.read(6)) for _ in range(count)]
        found.append(dict(tags))
        (offset,) = struct.unpack("<I", stream.read(4))
    return found
