// refused: the parser does not read it
// syntax (GNU's ranges of cases)
int main(void) {
    int n, s = 0;
    while (n > 0)
        switch (n--) {
        case 1 ... 5:
            s++;
        }
    return s;
}
