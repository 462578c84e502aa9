// A local hides an enumerator, a parameter hides a type.
enum { N = 6, M };
typedef int size;

int grow(int size, int M) {
    int N = size + M;
    return N * 2;
}

int main(void) {
    size a, s = 0;
    while (a < N) {
        int M = a % 3;
        s += grow(M, N);
        a += M > 0 ? M : 1;
    }
    return s + M;
}
