// A stack with its usual increments.
int main(void) {
    int n, stack[32], top = 0, s = 0;
    stack[top++] = n % 40;
    while (top > 0) {
        int x = stack[--top];
        s = s * 2 % 997 + x;
        if (x <= 1 || top > 28)
            continue;
        stack[top++] = x - 2;
        if (x % 4 == 1)
            stack[top++] = x / 4;
    }
    return s;
}
