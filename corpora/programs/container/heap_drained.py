import heapq


def simulate(times: list[int]) -> int:
    heap = list(times)
    heapq.heapify(heap)
    events = 0
    while heap:
        time = heapq.heappop(heap)
        events += 1
        if time < 20:
            heapq.heappush(heap, time + 3)
    return events
