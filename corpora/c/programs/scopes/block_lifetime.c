// A block's variable is made anew, the outer one stays.
int main(void) {
    int n, outer = 0, s = 0;
    do {
        int fresh = 1;
        fresh += outer;
        outer = fresh;
        if (n > 5) {
            int fresh = 10;
            s += fresh--;
            outer -= fresh > 9;
        }
        s += fresh * 2;
        n--;
    } while (n > 0);
    return s + outer;
}
