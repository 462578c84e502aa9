// A return out of three loops.
int search(int n, int wanted) {
    for (int a = 1; a < n; a++)
        for (int b = a; b < n; b++) {
            int c = 0;
            while (1) {
                if (a * a + b * b + c == wanted)
                    return a * 100 + b * 10 + c;
                if (c++ >= 2)
                    break;
            }
        }
    return -1;
}

int main(void) {
    int n, w;
    return search(n > 12 ? 12 : n, w);
}
