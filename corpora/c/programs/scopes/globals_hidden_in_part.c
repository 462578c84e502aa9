// A variable of the file is read before a local of its name begins, and after its block has ended.
extern int __VERIFIER_nondet_int(void);
int total = 1;

void add(int x) { total += x; }

int main(void) {
    int n = __VERIFIER_nondet_int();
    int rounds = 0;
    while (total < 90 && rounds < 60) {
        add(n % 5);
        int before = total;
        int total = before * 2;
        total -= n;
        add(total > 0 ? total % 4 : 1);
        n += total % 3;
        rounds++;
        if (n > 500)
            break;
    }
    return total * 100 + rounds + n % 10;
}
