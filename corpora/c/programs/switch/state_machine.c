// A machine of states as the generated control software has it.
extern int __VERIFIER_nondet_int(void);

#define IDLE 0
#define RUN 1
#define WAIT 2
#define STOP 3

int main(void) {
    int state = IDLE, timer = 0, done = 0;
    int limit = __VERIFIER_nondet_int();
    while (state != STOP) {
        switch (state) {
        case IDLE:
            timer = limit % 10;
            state = RUN;
            break;
        case RUN:
            if (timer <= 0) {
                state = WAIT;
                break;
            }
            timer--;
            done++;
            break;
        case WAIT:
            state = done > limit ? STOP : IDLE;
            done += 2;
            break;
        default:
            return -1;
        }
    }
    return done;
}
