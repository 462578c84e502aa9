// A flag says whether to go on.
typedef enum {false, true} bool;
extern int __VERIFIER_nondet_int(void);

int main() {
    int n = __VERIFIER_nondet_int();
    int i = 0;
    bool go = true;
    while (go) {
        if (i < n)
            i = i + 1;
        else
            go = false;
    }
    return 0;
}
