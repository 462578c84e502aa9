// refused: an unsigned subtraction may pass below zero
extern unsigned int __VERIFIER_nondet_uint(void);

int main(void) {
    unsigned int n = __VERIFIER_nondet_uint();
    int s = 0;
    do {
        n--;
        s++;
    } while (n >= 1u && s < 20);
    return s;
}
