// The condition of a loop calls a function with a side effect.
extern int __VERIFIER_nondet_int(void);

int fuel = 10;

int burn(int amount)
{
    fuel -= amount;
    return fuel > 0;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int way = 0;
    fuel += x % 50;
    while (burn(way % 3)) {
        way += 1;
        if (way % 4 == 0)
            fuel++;
    }
    for (int k = 0; !burn(-2); k++)
        way += k;
    return way * 100 + fuel;
}
