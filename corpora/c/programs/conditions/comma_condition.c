// A comma expression as a condition: only the last part decides.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = 0, z = 0;
    x %= 25;
    while (y += x, x++ < 12) {
        if (z--, y > 20)
            y -= 15, z += 4;
        else
            z += (y++, z & 1) ? 3 : -1;
    }
    return x + y * 10 + z * 1000;
}
