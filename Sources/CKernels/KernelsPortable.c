#define IJ_SET portable
#define IJ_TILE 1
#include "KernelBodies.h"
