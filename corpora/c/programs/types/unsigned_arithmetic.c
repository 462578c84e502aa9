// Unsigned sums, products, quotients and comparisons that stay within their range.
extern unsigned int __VERIFIER_nondet_uint(void);

unsigned int mix(unsigned int x) {
    return (x % 1000u) * 37u + x / 1000u % 50u;
}

int main(void) {
    unsigned int x = __VERIFIER_nondet_uint();
    unsigned int seen = 0, rounds = 0u;
    while (x > 10u && rounds < 40u) {
        seen = (seen * 2u + x % 3u) % 10007u;
        x = x % 2u ? mix(x) / 4u : x / 3u;
        rounds++;
    }
    int answer = 0;
    for (unsigned int i = 0; i < seen % 50u; i += 2u)
        answer += i > rounds ? 3 : -1;
    if (x == 7u || seen >= 9000u)
        answer += 1000;
    return answer;
}
