// A small interpreter: the program counter jumps in some cases.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int code[8] = {1, 3, 2, 5, 4, 1, 6, 0};
    int x = __VERIFIER_nondet_int();
    int pc = 0, acc = x % 20, steps = 0;
    while (code[pc] != 0 && steps++ < 200) {
        switch (code[pc++]) {
        case 1:
            acc += 3;
            break;
        case 2:
            acc -= 5;
        case 3:
            acc ^= 2;
            continue;
        case 4:
            if (acc > 0) {
                pc = acc % 3;
                acc -= 4;
                break;
            }
            pc++;
        case 5:
            acc = -acc / 2;
            break;
        default:
            code[pc - 2] = acc & 3;
            pc = 3;
        }
        steps++;
    }
    return acc * 1000 + steps * 8 + pc;
}
