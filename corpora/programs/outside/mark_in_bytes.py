class Archive:
    def _seek_mark(self, stream):
        char = stream.read(1)
        while char != b"\x8e":
            char = stream.read(1)
            if char == "":
                raise ValueError("there is no mark")
        return char + stream.read(2)
