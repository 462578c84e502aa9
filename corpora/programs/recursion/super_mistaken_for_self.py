class Voice:
    def say(self, text: str) -> str:
        return text


class Loud(Voice):
    def say(self, text: str) -> str:
        return self.say(text.upper())
