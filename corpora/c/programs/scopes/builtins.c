// Names of Python's builtin functions and types.
int len = 3;
int list[4] = {1, 2, 3, 4};

int print(int abs) {
    return abs < 0 ? -abs : abs;
}

int range(int int_, int str) {
    int max = int_ > str ? int_ : str, min = int_ + str - max;
    return max - min;
}

int main(void) {
    int id, sum = 0, type = 1, divmod = 0;
    while (len < id) {
        sum += list[len % 4] + range(len, 7);
        len += print(-type);
        divmod = sum % 5 - divmod / 2;
    }
    int bool = divmod > 0, object = 4, input = -1, quotient = 2, remainder = 5, nondet = 1;
    return sum + bool * object + input - quotient + remainder * nondet;
}
