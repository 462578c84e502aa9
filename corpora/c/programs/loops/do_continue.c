// A continue in a do loop goes to the condition.
int main(void) {
    int n, odd = 0, rest = 0;
    if (n < 1)
        n = 7;
    do {
        if (n % 2) {
            odd += n;
            continue;
        }
        if (n == 50)
            break;
        rest = rest * 2 % 1000 + n;
    } while (--n);
    return odd * 3 + rest + n;
}
