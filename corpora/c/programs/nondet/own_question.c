// A function of the program's own asks for the rest, through another that checks.
extern int __VERIFIER_nondet_int(void);
extern void abort(void);

static int checked(int low, int high) {
    int answer = __VERIFIER_nondet_int();
    if (!(low <= answer && answer <= high))
        abort();
    return answer;
}

static int die(void) {
    return checked(-100, 99) % 6 + 1;
}

int main(void) {
    int mine = 0, yours = 0, turns = 0;
    while (mine < 30 && yours < 30) {
        int roll = die();
        if (turns++ % 2)
            mine += roll > 0 ? roll : -roll;
        else
            yours += 4;
    }
    return mine * 100 + yours + turns;
}
