// refused: a struct
// bit-field
struct flags { unsigned going : 1; int count : 5; };

int main(void) {
    struct flags f = {1, 0};
    while (f.going)
        if (++f.count > 10)
            f.going = 0;
    return f.count;
}
