// The arguments of main, of which only the count is read.
int main(int argc, char **argv) {
    int s = 0;
    while (argc > 0) {
        s += argc;
        argc -= 2;
    }
    return s;
}
