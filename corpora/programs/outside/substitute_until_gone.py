import re

PAIR = re.compile(r"\(\)")


def without_pairs(text: str) -> str:
    while PAIR.search(text):
        text = PAIR.sub("", text)
    return text
