// Function-like macros nested in one another, with conditional expressions and a macro of commas.
extern int __VERIFIER_nondet_int(void);
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define ABS(x) MAX(x, -(x))
#define CLAMP(x, low, high) MIN(MAX((x), (low)), (high))
#define LIST 4, -9, 2, 7
#define FIRST(a, ...) a

int main(void) {
    int items[] = {LIST};
    int x = __VERIFIER_nondet_int() % 500;
    int s = FIRST(1, 2, 3), rounds = 0;
    while (ABS(x) > 2 && rounds < 80) {
        s += CLAMP(x, -20, 30) * items[rounds % 4];
        x = x > 0 ? x - MAX(x / 3, 1) : x + MIN(ABS(x), 6);
        rounds++;
    }
    return s + rounds * 10000 + x;
}
