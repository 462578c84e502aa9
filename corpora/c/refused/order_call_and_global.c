// refused: g is written and used in no certain order
// unspecified order (a call writes what is read beside it)
int g = 0;

int next(void) {
    return ++g;
}

int main(void) {
    int x = 0;
    while (x < 50)
        x = g * 3 + next();
    return x;
}
