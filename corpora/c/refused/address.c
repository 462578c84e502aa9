// refused: address
void bump(int a[]) {
    a[0]++;
}

int main(void) {
    int x = 0;
    while (x < 10)
        bump(&x);
    return x;
}
