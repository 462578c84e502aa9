// A main that calls itself until a global runs out.
int fuel = 5;
int seen;

int main(void) {
    seen = seen * 2 + fuel % 2;
    if (fuel-- > 0)
        return main() + 1;
    return seen;
}
