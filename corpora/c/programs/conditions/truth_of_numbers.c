// Any number but zero is true, also a negative one and the value of an assignment.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int left = x % 10, turns = 0;
    while (left) {
        if (left - 4)
            left += left < 0 ? 1 : -1;
        if (x = left & 3)
            turns += x;
        else
            turns = (turns + 10) % 300;
        if (!left ? 1 : left % 5)
            continue;
        left -= !x + (left == 5);
        if (turns > 200)
            return -1;
    }
    return turns * 4 + x;
}
