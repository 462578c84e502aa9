import re

AMPERSAND = re.compile(r"&")


def quoted(text: str) -> str:
    rounds = 0
    while AMPERSAND.search(text):
        text = AMPERSAND.sub("&", text, count=1)
        rounds += 1
    return text
