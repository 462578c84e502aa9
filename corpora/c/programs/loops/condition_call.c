// The loop condition calls a function with a side effect.
int left = 0;

int more(void) {
    left--;
    return left > 0 && left % 7 != 0;
}

int main(void) {
    int n, s = 0;
    left = n;
    while (more())
        s += left;
    do
        s++;
    while (more() && s < 30);
    for (int i = 0; more(); i += 2)
        s -= i;
    return s + left;
}
