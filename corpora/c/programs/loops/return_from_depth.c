// A search in nested loops returns from the middle.
extern int __VERIFIER_nondet_int(void);

int find(int target)
{
    for (int i = 1; i < 15; i++) {
        int j = i;
        while (j-- > 0) {
            if (i * j % 11 == 7)
                continue;
            if (i * i - j * j == target)
                return i * 100 + j;
            if (i + j > 22)
                break;
        }
        if (i == 13 && target % 2)
            return -i;
    }
    return -1;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    return find(x) + find(x / 2 - 3) * 2;
}
