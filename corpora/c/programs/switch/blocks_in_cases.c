// Cases with blocks and declarations of their own.
int main(void) {
    int n, s = 1;
    for (int i = 0; i < n; i++) {
        switch (i & 3) {
        case 0: {
            int k = i * 2;
            s += k;
            break;
        }
        case 1: {
            int k = s % 7;
            s -= k;
        }
        case 2: {
            s++;
            {
                int k = 3;
                if (s % 2)
                    break;
                s += k;
            }
        }
        }
    }
    return s;
}
