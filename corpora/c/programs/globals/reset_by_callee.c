// A function sets back the global that the loop counts with.
int i;
int sum;

void add_up(int n) {
    for (i = 0; i < n; i++)
        sum = (sum + i) % 777;
}

int main(void) {
    int n;
    for (i = 0; i < n; i++)
        add_up(n / 2);
    return sum + i;
}
