// refused: pointer
int x;
int **where;

int main(void) {
    while (x < 10)
        **where = ++x;
    return x;
}
