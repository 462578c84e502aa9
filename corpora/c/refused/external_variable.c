// refused: speed lies in another file
// a variable of another file
extern int speed;

int main(void) {
    int x = 30;
    while (x > 0)
        x -= speed;
    return x;
}
