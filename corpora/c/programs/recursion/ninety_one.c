// McCarthy's function, whose calls are nested.
int f91(int x) {
    if (x > 100)
        return x - 10;
    return f91(f91(x + 11));
}

int main(void) {
    int x;
    int r = f91(x + 60);
    if (r != 91 && x <= 40)
        return -1;
    return r;
}
