#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,fma"))), apply_to = function)
#define IJ_SET avx512vnni
#define IJ_TILE 3
#define IJ_WIDEST_TILE 9
#define IJ_REGISTER_BYTES 64
#define IJ_ADDS_PRODUCTS
#include "KernelBodies.h"
#pragma clang attribute pop
#endif
