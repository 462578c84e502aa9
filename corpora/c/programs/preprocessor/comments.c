/* A comment, and others in odd places. */
// while (1) ;
int main(/* nothing */ void) {
    int n /* unknown */, s = 0; // "the sum"
    while (n /* n */ > 0 /* */) {
        s += n-- /*--n*/ - 1;
        /* s = 0;
           // n = 0; */
        s /=/* half */ 2;
    }
    return s; // /* done
}
