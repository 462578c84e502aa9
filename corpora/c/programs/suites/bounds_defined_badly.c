// A macro without brackets, so that the step is none.
#define STEP 2 - 1
int main() {
    int i = 8;
    while (i > 0) {
        i = i - STEP * 2;
        i = i + 0;
    }
    return 0;
}
