// An array of the file and the index into it change in different functions.
extern int __VERIFIER_nondet_int(void);
int ring[5] = {3, 1, 4};
int at;

int take(void) {
    int value = ring[at];
    ring[at] = value - 1;
    at = (at + 1) % 5;
    return value;
}

void put(int value) {
    at = at ? at - 1 : 4;
    ring[at] += value;
}

int main(void) {
    int x = __VERIFIER_nondet_int();
    int taken = 0;
    for (int i = 0; i < 40; i++) {
        int t = take();
        taken += t;
        if ((x + t) % 3 == 0)
            put(t / 2 + 1);
        x += i;
    }
    return taken * 100 + at * 10 + ring[2];
}
