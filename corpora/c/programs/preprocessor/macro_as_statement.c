// Macros that stand for statements, loops, braces and types.
extern int __VERIFIER_nondet_int(void);
#define FOREVER for (;;)
#define UNTIL(c) while (!(c))
#define BEGIN {
#define END }
#define INTEGER int
#define STOP_IF(c, value) if (c) return value
#define UPTO(i, n) for (INTEGER i = 0; i < (n); ++i)

INTEGER main(void) BEGIN
    INTEGER x = __VERIFIER_nondet_int(), s = 0;
    UNTIL (x % 5 == 0) BEGIN
        x -= 3;
        s += x % 4;
    END
    UPTO(i, x)
        UPTO(j, 2)
            s += i * j - 1;
    FOREVER BEGIN
        STOP_IF(s > 30, s + x);
        STOP_IF(s % 9 == 4, -s);
        s += 7;
    END
END
