// A function returns a variable that it steps: the old value counts.
extern int __VERIFIER_nondet_int(void);

int counter = 0;

int next(void)
{
    return counter++;
}

int down(int n)
{
    return n--;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int sum = 0;
    while (next() < 10) {
        sum += down(x % 7) + counter;
        if (x > sum)
            counter++;
    }
    return sum * 100 + counter;
}
