// The selector is a call with a side effect on a global variable.
extern int __VERIFIER_nondet_int(void);

int seed = 1;

int roll(int limit)
{
    seed = (seed * 11 + 7) % 101;
    return seed % limit;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int place = 0, turns = 0;
    seed = x % 101;
    while (place < 20 && turns < 60) {
        switch (roll(6) + 1) {
        case 6:
            place += 2;
        case 5:
            place += 3;
            break;
        case 1:
            place = place > 3 ? place - 3 : 0;
            continue;
        case -2:
            seed = -seed;
            break;
        default:
            place++;
        }
        turns += roll(3) >= 0 ? 1 : 2;
        if (seed == 0)
            turns += 20;
    }
    return place * 100 + turns;
}
