// What a return gives back and what it leaves behind.
int counter = 0;

int step(int x) {
    counter += x;
    return x++;
}

int take(void) {
    return counter++;
}

int main(void) {
    int n, sum = 0;
    while (counter < n) {
        sum += step(2);
        sum -= take();
    }
    return sum * 3 + counter;
}
