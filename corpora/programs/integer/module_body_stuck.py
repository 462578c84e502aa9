steps = [5, 3, 1]
total = 0
i = 0
while total < 10:
    total += steps[i] if i < len(steps) else 0
    i += 1
