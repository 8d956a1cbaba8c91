// A quicker allocator for the many small texts of a large site, where the system has it.
#include <mimalloc-new-delete.h>

namespace {

// A build is short and fills what it asks for: the system hands memory over in large pages, and
// gets none of it back before the end.
[[gnu::constructor]] void use_large_pages() {
  mi_option_enable(mi_option_large_os_pages);
  mi_option_disable(mi_option_allow_decommit);
}

}  // namespace
