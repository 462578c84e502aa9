// Items that occur again are moved out; the length shrinks while the array is walked.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int a[12] = {0};
    int x = __VERIFIER_nondet_int(), length = 12;
    for (int i = 0; i < 12; i++) {
        a[i] = x % 5;
        x = x / 2 + i;
    }
    for (int i = 0; i < length; i++)
        for (int j = i + 1; j < length;)
            if (a[i] == a[j])
                a[j] = a[--length];
            else
                j++;
    int s = length;
    for (int i = 0; i < 12; i++)
        s = s * 2 + a[i];
    return s;
}
