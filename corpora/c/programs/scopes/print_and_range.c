// Python's functions as names of the program's own, also of the ones a translation calls.
extern int __VERIFIER_nondet_int(void);
int len(int list[], int max) {
    int int_ = 0;
    while (int_ < max && list[int_] != 0)
        int_++;
    return int_;
}
int abs_of(int abs) { return abs < 0 ? -abs : abs; }
void print(int *range);

int main(void) {
    int list[6] = {3, 1, 2};
    int range = __VERIFIER_nondet_int();
    int bool = range > 2, str = 1;
    list[3] = range / -3;
    list[4] = range % -4;
    int exit = len(list, 6);
    while (exit < 5 && str < 30) {
        list[exit] = abs_of(range - str) % 5;
        exit = len(list, 6);
        str += bool + 1;
        bool = !bool;
    }
    int sum = 0, id = 0;
    for (int iter = 0; iter < 6; iter++)
        sum = sum * 3 + list[iter] - id++;
    return sum * 10 + exit + str;
}
