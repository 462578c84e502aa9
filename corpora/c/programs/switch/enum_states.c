// A state machine with an enumeration.
extern int __VERIFIER_nondet_int(void);

enum state { START, RUN = 5, WAIT, DONE = -1 };

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int s = START;
    int n = 0;
    x %= 40;
    while (s != DONE) {
        n++;
        switch (s) {
        case START:
            s = x > 3 ? RUN : WAIT;
            break;
        case WAIT:
            x += 4;
            s = START;
            break;
        case RUN:
            if (x % 6 == 5) {
                s = DONE;
                break;
            }
            x -= 7;
            if (x < 0)
                s = n < 30 ? WAIT : DONE;
        }
    }
    return n * 100 + x;
}
