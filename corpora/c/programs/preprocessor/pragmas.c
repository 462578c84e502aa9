// Pragmas and a warning that nobody needs.
#pragma once_or_never
#include <stdio.h>
#include <assert.h>

int main(void) {
    int n, s = 1;
#pragma unroll
    for (int i = 0; i < n; i++) {
        s = s * 2 % 101;
        assert(s != 0);
    }
    return s;
}
