#ifndef IJ_CKERNELS_H
#define IJ_CKERNELS_H
#endif
