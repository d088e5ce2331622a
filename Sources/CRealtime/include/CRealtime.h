#ifndef IJ_CREALTIME_H
#define IJ_CREALTIME_H
#endif
