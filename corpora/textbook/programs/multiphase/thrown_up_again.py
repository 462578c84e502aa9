def main() -> int:
    height = 1
    speed = 20
    while height > 0:
        height += speed
        speed -= 1
        if speed < -3:
            speed = 20
    return speed
