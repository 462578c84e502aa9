// A main without a value.
int result = 1;

void main() {
    int n;
    while (n > 0) {
        result = result * 3 % 1001;
        if (result == 243)
            return;
        n--;
    }
}
