// Two variables that move towards each other.
typedef enum {false, true} bool;
extern int __VERIFIER_nondet_int(void);

int main() {
    int x, y;
    x = __VERIFIER_nondet_int();
    y = __VERIFIER_nondet_int();
    while (x > y) {
        x = x - 1;
        y = y + 2;
    }
    return 0;
}
