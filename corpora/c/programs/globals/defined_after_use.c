// Tentative definitions, an extern declaration in a block, and the first value at the end.
extern int __VERIFIER_nondet_int(void);
extern int late;
int early;
int early;

int read(void) {
    extern int late;
    return late * 2 + early;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int rounds = 0;
    while (read() < n) {
        early += late % 4;
        late++;
        rounds++;
    }
    return rounds * 100 + early - late;
}

int early = 5;
int late = 7;
