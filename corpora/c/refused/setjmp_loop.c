// refused: nobody knows what setjmp does
// unknown function (setjmp)
extern int setjmp(int);
int place;

int main(void) {
    int n = 3;
    if (setjmp(place))
        n--;
    while (n > 0)
        n--;
    return n;
}
