extern int __VERIFIER_nondet_int(void);
int level = 4;

int main(void) {
    int floor = 5;
    floor += __VERIFIER_nondet_int();
    level = __VERIFIER_nondet_int();
    while (floor > level && floor < 200)
        floor -= 3;
    return floor;
}
