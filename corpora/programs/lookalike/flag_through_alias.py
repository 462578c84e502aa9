def run(limit: int) -> int:
    state = {"done": False, "rounds": 0}
    view = state
    while not state["done"]:
        view["rounds"] += 1
        if view["rounds"] > limit:
            view["done"] = True
    return state["rounds"]
