// The loop of main reads a variable of the file that only a callee changes.
extern int __VERIFIER_nondet_int(void);
_Bool running = 1;
int level;

void step(int goal) {
    level += level < goal ? 3 : -1;
    if (level == goal)
        running = 0;
}

int main(void) {
    int goal = __VERIFIER_nondet_int();
    int rounds = 0;
    level = __VERIFIER_nondet_int() % 10;
    while (running) {
        step(goal);
        rounds += running;
        if (rounds > 500)
            return -rounds;
    }
    return rounds * 1000 + level;
}
