// A queue in a global array, with two marks.
#define SIZE 8
int queue[SIZE], head, tail;

int full(void) {
    return (tail + 1) % SIZE == head;
}

void put(int x) {
    queue[tail] = x;
    tail = (tail + 1) % SIZE;
}

int get(void) {
    int x = queue[head++];
    if (head == SIZE)
        head = 0;
    return x;
}

int main(void) {
    int n, s = 0, rounds = 0;
    put(n);
    while (head != tail && rounds++ < 60) {
        int x = get();
        s = (s * 3 + x) % 1013;
        if (x > 1 && !full()) {
            put(x / 2);
            if (!full())
                put(x - 3);
        }
    }
    return s + rounds;
}
