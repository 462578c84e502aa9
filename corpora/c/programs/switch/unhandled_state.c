// A state that no case leaves.
int main(void) {
    int x, state = 0, s = 0;
    while (state != 3) {
        switch (state) {
        case 0:
            state = x > 10 ? 2 : 1;
            break;
        case 1:
            state = x % 2 ? 3 : 4;
            s += 5;
            break;
        case 2:
            x -= 4;
            state = 0;
        }
        s = (s + state) % 50;
    }
    return s;
}
