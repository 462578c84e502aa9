// Constants of enums in the file, in a block and in a loop, hidden by variables and by one another.
enum { ONE = 1, TWO, SIZE = 8 };
extern int __VERIFIER_nondet_int(void);

int scale(int SIZE) { return SIZE * TWO; }

int main(void) {
    int x = __VERIFIER_nondet_int();
    int s = SIZE;
    while (x < SIZE * 3) {
        enum { TWO = 20, SIZE = ONE + 4 };
        int a[SIZE] = {ONE, TWO};
        a[2] = x;
        {
            int ONE = a[1] % 7;
            s += ONE - a[2] % SIZE;
        }
        x += ONE + scale(SIZE) / 3;
        s += a[0] + TWO;
    }
    return s * 10 + TWO + x % SIZE;
}
