// Variables of the file are set from outside, once in main and again in a function.
extern int __VERIFIER_nondet_int(void);
int goal, speed = 1;

void turn(void) {
    speed = __VERIFIER_nondet_int();
    if (speed == 0)
        speed = goal > 0 ? 2 : -2;
}

int main(void) {
    goal = __VERIFIER_nondet_int();
    int at = __VERIFIER_nondet_int();
    int turns = 0;
    while (at != goal && turns < 100) {
        turn();
        at += speed / 2 + (at < goal);
        turns++;
    }
    return turns * 10 + speed;
}
