// A global counter that functions share with main.
int count = 0;
int limit = 20;

void tick(int by) {
    count += by;
    if (count > limit)
        limit -= 2;
}

int main(void) {
    int n;
    while (n > 0 && limit > 0) {
        tick(n % 3 + 1);
        n--;
    }
    return count * 10 + limit;
}
