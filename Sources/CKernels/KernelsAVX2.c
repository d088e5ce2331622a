#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define IJ_SET avx2
#define IJ_TILE 3
#define IJ_WIDEST_TILE 3
#define IJ_REGISTER_BYTES 32
#include "KernelBodies.h"
#pragma clang attribute pop
#endif
