// Conditions over definitions, with elif, defined, undefinition and arithmetic.
extern int __VERIFIER_nondet_int(void);
#define LEVEL 2
#define EXTRA
#ifdef EXTRA
#define STEP 3
#else
#define STEP 1000
#endif
#if LEVEL > 3
#define LIMIT 10
#elif LEVEL * 2 == 4 && defined(STEP) && !defined(NOTHING)
#define LIMIT 70
#else
#define LIMIT none
#endif
#undef LEVEL
#define LEVEL (STEP - 7)

int main(void) {
    int x = __VERIFIER_nondet_int(), rounds = 0;
    while (x < LIMIT) {
        x += STEP;
#ifndef NOTHING
        rounds++;
#endif
#if 0
        rounds = 0;
#endif
        if (rounds > 200)
            return rounds * LEVEL;
    }
    return x * 10 + rounds * LEVEL;
}
