// Enumerators with given, negative and following values.
enum state { START = -1, MIDDLE, NEXT, END = 10, PAST };
typedef enum { LOW = -2, HIGH = 2 << 3 } level;

enum state advance(enum state s) {
    if (s == START)
        return MIDDLE;
    return s < NEXT ? NEXT : END;
}

int main(void) {
    int n, visits = 0;
    enum state s = START;
    level l = LOW;
    while (s != END) {
        visits += s * 2 + l;
        if (n > 5 && l == LOW)
            l = HIGH;
        else
            s = advance(s);
    }
    return visits + PAST;
}
