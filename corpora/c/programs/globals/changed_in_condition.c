// A loop waits for what a function does to a global.
int level = 0;
int pumped = 0;

int pump(int strength) {
    level += strength;
    pumped++;
    return level;
}

int main(void) {
    int high, s;
    while (level < high) {
        s = pump(level % 4 == 0 ? 3 : 2);
        if (s == 14)
            level -= 9, high--;
    }
    return level + pumped * 100;
}
