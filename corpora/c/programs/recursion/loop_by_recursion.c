// A recursive function in place of a loop that ends only where two counters meet.
extern int __VERIFIER_nondet_int(void);

void chase(int low, int high, int limit);
int met = -1;

void chase(int low, int high, int limit) {
    if (low == high) {
        met = low;
        return;
    }
    if (limit == 0) {
        met = high - low;
        return;
    }
    chase(low + 1, high - 1, limit - 1);
}

int main(void) {
    int a = __VERIFIER_nondet_int();
    int b = __VERIFIER_nondet_int();
    chase(a, b, 90);
    return met;
}
