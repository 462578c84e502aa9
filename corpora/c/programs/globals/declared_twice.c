// Tentative definitions and an extern of the same global.
extern int total;
int total;
int total = 5;
static int half;

void spend(void);

int main(void) {
    int n;
    extern int total;
    while (n-- > 0)
        spend();
    return total * 2 + half;
}

void spend(void) {
    half = total / 2;
    total += half < 20 ? half : -19;
}
