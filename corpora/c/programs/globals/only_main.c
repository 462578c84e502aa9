// Globals that no other function speaks of.
int i, s, last;
_Bool odd;

int main(void) {
    int n;
    for (i = 1; i < n; i += 2) {
        last = s;
        s += odd ? i : -i;
        odd = !odd;
    }
    return s * 2 + last + odd + i;
}
