// Sums of two products of 16 bits each, the one multiplication of integers that every vector unit
// has; included by KernelBodies.h with IJ_REGISTER_BYTES defined.

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// The sixteen sums of two products each of pairs that lie beside each other.
IJ_INLINE v16i IJ_NAME(pair_products)(v32s a, v32s b) {
  v16i sums;
#if defined(__x86_64__) && IJ_REGISTER_BYTES == 64
  __m512i x, y;
  memcpy(&x, &a, sizeof x);
  memcpy(&y, &b, sizeof y);
  x = _mm512_madd_epi16(x, y);
  memcpy(&sums, &x, sizeof sums);
#elif defined(__x86_64__) && IJ_REGISTER_BYTES == 32
  __m256i x[2], y[2];
  memcpy(x, &a, sizeof x);
  memcpy(y, &b, sizeof y);
  for (int i = 0; i < 2; i++) x[i] = _mm256_madd_epi16(x[i], y[i]);
  memcpy(&sums, x, sizeof sums);
#elif defined(__x86_64__)
  __m128i x[4], y[4];
  memcpy(x, &a, sizeof x);
  memcpy(y, &b, sizeof y);
  for (int i = 0; i < 4; i++) x[i] = _mm_madd_epi16(x[i], y[i]);
  memcpy(&sums, x, sizeof sums);
#else
  for (int i = 0; i < IJ_LANES; i++)
    sums[i] = (int)a[2 * i] * b[2 * i] + (int)a[2 * i + 1] * b[2 * i + 1];
#endif
  return sums;
}

// Sums and such products added up, in one instruction where there is one.
IJ_INLINE v16i IJ_NAME(with_products)(v16i sums, v32s a, v32s b) {
#if defined(IJ_ADDS_PRODUCTS)
  __m512i z, x, y;
  memcpy(&z, &sums, sizeof z);
  memcpy(&x, &a, sizeof x);
  memcpy(&y, &b, sizeof y);
  z = _mm512_dpwssd_epi32(z, x, y);
  memcpy(&sums, &z, sizeof sums);
  return sums;
#else
  return sums + IJ_NAME(pair_products)(a, b);
#endif
}
