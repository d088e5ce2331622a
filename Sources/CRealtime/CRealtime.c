#include "include/CRealtime.h"
