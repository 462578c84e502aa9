// refused: a pointer
// struct (a list)
struct node { int value; struct node *next; };

int length(struct node *n) {
    int l = 0;
    while (n) {
        l++;
        n = n->next;
    }
    return l;
}

int main(void) {
    return length(0);
}
