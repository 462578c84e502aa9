// Recursion walks a tree in an array of the file and keeps its way in another.
extern int __VERIFIER_nondet_int(void);
int left[8] = {1, 3, 5, -1, -1, -1, 7, -1};
int right[8] = {2, 4, 6, -1, -1};
int path[16], length, weight;

void visit(int node) {
    if (node < 0 || length >= 12)
        return;
    path[length++] = node;
    visit(left[node]);
    weight = weight * 2 + node;
    visit(right[node]);
    length -= node % 2;
}

int main(void) {
    int start = __VERIFIER_nondet_int();
    if (start < 0 || start > 7)
        return -1;
    left[7] = -1;
    right[4] = right[5] = right[6] = right[7] = -1;
    visit(start);
    visit(start / 2);
    return weight * 16 + length + path[2];
}
