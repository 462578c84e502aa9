// A server that handles requests for ever.
extern int __VERIFIER_nondet_int(void);

int main() {
    int request, handled = 0;
    while (1) {
        request = __VERIFIER_nondet_int();
        while (request > 0) {
            request--;
        }
        handled = (handled + 1) % 100;
    }
    return 0;
}
