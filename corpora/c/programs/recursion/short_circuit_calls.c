// Recursive calls behind && and ||.
int hits;

int reach(int x, int goal) {
    hits++;
    if (x >= goal)
        return x == goal;
    return reach(x + 3, goal) || reach(2 * x + 1, goal) && hits % 2;
}

int main(void) {
    int goal;
    if (goal > 30)
        goal = 30;
    int r = reach(1, goal);
    return r * 1000 + hits;
}
