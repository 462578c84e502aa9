// Names that Python keeps for itself.
int lambda(int in, int is) {
    int not = in - is, and = 0;
    while (not > 0) {
        and += not;
        not -= 2;
    }
    return and;
}

int main(void) {
    int from, def = 0, None = 3, True = 1;
    for (int pass = 0; pass < 5; pass++) {
        def += lambda(from, pass) - None;
        from -= True;
    }
    int yield = def % 7, async = yield + 1, await = 2;
    return def * 2 + yield * async - await;
}
