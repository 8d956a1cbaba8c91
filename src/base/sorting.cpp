#include "base/sorting.h"

#include <algorithm>
#include <cstring>

namespace unclench {

// Merges neighbouring runs of one value, then of two, of four and so on, to and fro between the
// values and as much room beside them.
void sort_bytes(void* values, std::size_t count, std::size_t size, StandsBefore stands_before,
                const void* comparison) {
  if (count < 2) return;
  const std::size_t total = count * size;
  std::vector<char> beside(total);
  char* from = static_cast<char*>(values);
  char* to = beside.data();
  for (std::size_t run = size; run < total; run *= 2) {
    for (std::size_t start = 0; start < total; start += 2 * run) {
      std::size_t a = start;
      const std::size_t end_of_a = std::min(start + run, total);
      std::size_t b = end_of_a;
      const std::size_t end_of_b = std::min(start + 2 * run, total);
      for (std::size_t place = start; place < end_of_b; place += size) {
        const bool take_b =
            a == end_of_a || (b < end_of_b && stands_before(comparison, from + b, from + a));
        std::size_t& taken = take_b ? b : a;
        std::memcpy(to + place, from + taken, size);
        taken += size;
      }
    }
    std::swap(from, to);
  }
  if (from != values) std::memcpy(values, from, total);
}

}  // namespace unclench
