// refused: a jump out of no loop
int main(void) {
    break;
    return 0;
}
