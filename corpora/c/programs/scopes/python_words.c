// Variables and functions whose names are words of Python.
extern int __VERIFIER_nondet_int(void);
int None = 3;
static int elif(int except, int raise) {
    int finally = except - raise;
    return finally > None ? None : finally;
}

int match(int type) { return type * 2; }

int main(void) {
    int lambda = __VERIFIER_nondet_int();
    int in = 0, def = 1, is = 0;
    while (lambda > in) {
        int global = elif(lambda, in);
        int nonlocal = match(def) % 5;
        in += global > 0 ? global : 1;
        lambda -= nonlocal == 2;
        def = nonlocal + 1;
        for (int with = 0; with < 2; with++)
            is += with + def;
        None += is % 2;
    }
    int True = in, False = lambda;
    return True * 100 + False + is * 10 + None;
}
