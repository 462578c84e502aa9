// A local variable hides a function, and a parameter has its own function's name.
extern int __VERIFIER_nondet_int(void);
int count(int count) { return count + 1; }
int limit(void) { return 14; }

int sum(int n) {
    int limit = n * 2, sum = 0;
    while (limit > 0) {
        sum += limit;
        limit -= 3;
    }
    return sum;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int s = 0;
    {
        int limit = 5;
        s += sum(limit) + limit;
    }
    while (n < limit()) {
        n = count(n);
        int sum = n % 4;
        s += sum * 2;
        {
            int count = sum;
            s -= count > 2;
        }
    }
    return s * 10 + count(n);
}
