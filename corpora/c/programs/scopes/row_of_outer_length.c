enum { N = 4 };
typedef int row[N];

int main(void) {
    int N = 9;
    row cells = {1, 2, 3, 4};
    int sum = 0;
    for (int i = 0; i < 4; i++)
        sum += cells[i] * N;
    return sum;
}
