import struct


def directories(stream):
    found = []
    last = 0
    (offset,) = struct.unpack("<I", stream.read(4))
    while offset:
        if offset <= last:
            raise ValueError("a directory that leads back")
        last = offset
        stream.seek(offset)
        (count,) = struct.unpack("<H", stream.read(2))
        tags = [struct.unpack("<HI", stream.read(6)) for _ in range(count)]
        found.append(dict(tags))
        (offset,) = struct.unpack("<I", stream.read(4))
    return found
