// Enums with chosen, repeated and negative values, counted with and compared.
enum color { RED = 3, GREEN, BLUE = -2, BLACK, WHITE = RED + GREEN * 2, GRAY = RED };
extern int __VERIFIER_nondet_int(void);

int next(int color) {
    switch (color) {
    case RED: return GREEN;
    case GREEN: return BLUE;
    case BLUE: return BLACK;
    case BLACK: return WHITE;
    default: return color - 4;
    }
}

int main(void) {
    int color = __VERIFIER_nondet_int();
    int s = 0;
    while (color != GRAY && s < 400) {
        color = next(color);
        s += color * 3 - BLACK;
        if (color < -100)
            return s + WHITE;
    }
    return s * 10 + color;
}
