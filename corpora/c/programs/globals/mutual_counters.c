// Two globals that two functions move against each other.
int up = 0, down = 50;

void rise(void) {
    up += 3;
    down -= up % 2;
}

void sink(void) {
    down -= 2;
    up -= down % 3 == 0;
}

int main(void) {
    int bias;
    while (up < down) {
        if ((up + bias) % 2 == 0)
            rise();
        else
            sink();
    }
    return up * 100 + down;
}
