// Parts that are left out.
#define FAST
#define LEVEL 3

#ifdef FAST
#define STEP 4
#else
#define STEP 1
#endif

int main(void) {
    int n, s = 0;
#ifndef SLOW
    s = 10;
#endif
    while (n > 0) {
#if LEVEL > 2 && defined(FAST)
        n -= STEP;
#elif LEVEL == 2
        n -= 100;
#else
        n++;
#endif
#if 0
        this is no C at all
#endif
        s += n;
    }
#undef LEVEL
#ifdef LEVEL
    s = 0;
#endif
    return s;
}
