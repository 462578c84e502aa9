// refused: struct
struct pair { int x, y; };

int main(void) {
    struct pair p = {5, 0};
    while (p.x > 0) {
        p.x--;
        p.y++;
    }
    return p.y;
}
