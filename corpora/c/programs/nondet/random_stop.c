// A run goes on as long as the answers say so, with a second question to leave early.
extern _Bool __VERIFIER_nondet_bool(void);

int main(void) {
    int heads = 0, tails = 0, longest = 0, now = 0;
    while (__VERIFIER_nondet_bool()) {
        if (__VERIFIER_nondet_bool() != 0) {
            heads++;
            now++;
        } else {
            tails++;
            now = 0;
        }
        longest = now > longest ? now : longest;
        if (longest == 6 || tails - heads > 9)
            break;
    }
    return heads * 100 + tails * 10 + longest;
}
