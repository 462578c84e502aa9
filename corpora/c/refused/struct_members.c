// refused: a struct

struct pair {
    int left;
    int right;
};

int main(void) {
    struct pair p = {3, 4};
    while (p.left < p.right) {
        p.left = p.left + 1;
    }
    return 0;
}
