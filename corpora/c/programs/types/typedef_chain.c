// Types named after types, in the file and in blocks, of scalars and of arrays.
typedef int base;
typedef base number, triple[3];
typedef const number fixed;
extern int __VERIFIER_nondet_int(void);
static triple file_wide = {2, 5};

static number sum(triple t) {
    number s = 0;
    for (base i = 0; i < 3; i++)
        s += t[i] * (i + 1);
    return s;
}

int main(void) {
    typedef long number_in_block;
    fixed limit = 60;
    triple own = {1, -1, 4};
    number_in_block wide = __VERIFIER_nondet_int();
    number rounds = 0;
    while (sum(own) < limit && rounds < 25) {
        own[rounds % 3] += wide % 5 > 0 ? 2 : file_wide[rounds % 2];
        file_wide[2] -= rounds;
        wide = wide * 7 / 3;
        rounds++;
    }
    return sum(own) * 100 + sum(file_wide) + rounds;
}
