#define IJ_SET portable
#define IJ_TILE 1
#define IJ_WIDEST_TILE 1
#define IJ_REGISTER_BYTES 16
#include "KernelBodies.h"
