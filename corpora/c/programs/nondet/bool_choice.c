// Choices of both truth types.
extern _Bool __VERIFIER_nondet_bool(void);

int main(void) {
    int left = 15, right = 0;
    while (left > 0) {
        if (__VERIFIER_nondet_bool()) {
            left--;
            right += 2;
        } else if (right > 0 && __VERIFIER_nondet_bool())
            right--;
        else
            left -= 2;
    }
    return left + right * 3;
}
