// Functions without a value that only change variables of the file, with an early return.
extern int __VERIFIER_nondet_int(void);
int fuel, way, stops;
void refuel(void);
void drive(int length) {
    if (length <= 0)
        return;
    if (fuel < length) {
        refuel();
        return;
    }
    fuel -= length;
    way += length;
}
void refuel(void) {
    stops++;
    fuel += 7;
    if (stops < 4)
        return;
    fuel -= 1;
}

int main(void) {
    int goal = __VERIFIER_nondet_int();
    int length = __VERIFIER_nondet_int();
    while (way < goal)
        drive(length);
    return way + fuel * 100 + stops;
}
