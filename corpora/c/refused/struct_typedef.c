// refused: a struct
// struct (by a typedef)
typedef struct { int left; } tank;
tank one;

int main(void) {
    one.left = 7;
    while (one.left > 0)
        one.left -= 2;
    return one.left;
}
