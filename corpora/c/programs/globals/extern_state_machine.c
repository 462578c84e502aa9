// A machine whose state lies in the file; two of its states can chase each other for ever.
enum state { IDLE, WORK = 5, REST, DONE = -1 };
extern int __VERIFIER_nondet_int(void);
static enum state state = IDLE;
static int energy, work;

static void advance(void) {
    switch (state) {
    case IDLE:
        state = energy > 2 ? WORK : REST;
        break;
    case WORK:
        work++;
        energy -= 3;
        if (work >= 8)
            state = DONE;
        else if (energy <= 0)
            state = REST;
        break;
    case REST:
        energy += work < 5 ? 2 : 4;
        state = energy % 6 == 1 ? REST : IDLE;
        break;
    default:
        work = -100;
    }
}

int main(void) {
    int rounds = 0;
    energy = __VERIFIER_nondet_int();
    while (state != DONE) {
        advance();
        rounds++;
    }
    return rounds * 10 + energy;
}
