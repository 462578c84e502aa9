// refused: nobody knows what read_sensor does
// unknown function
extern int read_sensor(int);

int main(void) {
    int x = 20;
    while (x > 0)
        x -= read_sensor(x);
    return x;
}
