// A quicker allocator for the many small texts of a large site, where the system has it.
#include <mimalloc-new-delete.h>
