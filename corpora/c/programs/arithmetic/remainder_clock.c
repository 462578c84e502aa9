// Steps backwards round a clock face: a negative hour is repaired after truncation.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int hour = x % 12;
    int steps = 0;
    int repairs = 0;
    while (hour != 7) {
        hour = (hour - 5) % 12;
        if (hour < 0 && steps % 3 == 0) {
            hour += 12;
            repairs++;
        }
        if (++steps > 100)
            break;
    }
    return steps * 100 + repairs * 3 + hour;
}
