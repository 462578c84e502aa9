int main(void) {
    int _1 = 3, __2 = 8, x$ = 0;
    while (_1 < __2) {
        _1++;
        x$ += _1;
    }
    return x$;
}
