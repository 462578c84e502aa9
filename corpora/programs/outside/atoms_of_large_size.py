import struct


def atoms(data):
    pos = 0
    found = []
    while pos + 8 <= len(data):
        size, name = struct.unpack_from(">I4s", data, pos)
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, pos + 8)
        elif size < 8:
            raise ValueError("an atom that is too small")
        found.append((name, size))
        pos += size
    return found
