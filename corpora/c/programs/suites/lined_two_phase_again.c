# 1 "two_phase_again.c"
# 1 "<built-in>"
# 1 "<command-line>"
# 1 "two_phase_again.c"

extern int __VERIFIER_nondet_int(void);
# 9 "two_phase_again.c"
int main()
{
  int x = __VERIFIER_nondet_int();
  int y = __VERIFIER_nondet_int();

  while (x >= 0) {
    if (y >= 1) {
      y = y - 1;
    } else {
      x = x - 1;
      y = 1;
      x = x + y;
    }
  }
  return 0;
}
