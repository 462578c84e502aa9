// refused: a pointer
// pointer (a result)
int cell;

int *where(void) {
    return &cell;
}

int main(void) {
    while (*where() < 5)
        cell++;
    return cell;
}
