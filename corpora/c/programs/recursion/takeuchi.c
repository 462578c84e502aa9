// Calls within the arguments of a call of the same function, three deep.
extern int __VERIFIER_nondet_int(void);
int depth;

int tak(int x, int y, int z) {
    depth++;
    if (y >= x)
        return z;
    return tak(tak(x - 1, y, z) , y - 1, x) ;
}

int main(void) {
    int x = __VERIFIER_nondet_int() % 6;
    int y = __VERIFIER_nondet_int() % 6;
    int r = tak(x, y, 3);
    return r * 10000 + depth;
}
