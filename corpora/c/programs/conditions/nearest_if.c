// An else belongs to the nearest if.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = 0;
    x %= 32;
    while (x > -40) {
        if (x > 0)
            if (x % 2)
                y += 3;
            else
                y -= 1;
        else
            y += 2;
        if (y > 10)
            if (x < 5)
                y = 0;
        x -= 1 + (y & 3);
    }
    return x * 100 + y;
}
