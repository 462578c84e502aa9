from itertools import cycle


def deal(cards: list[int], players: list[str]) -> list[tuple[int, str]]:
    hands = []
    for card, player in zip(cards, cycle(players)):
        hands.append((card, player))
    return hands
