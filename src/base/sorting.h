// A stable sort that all types share. The one of the standard library is made anew for each type
// and each way of comparing, and each is thousands of bytes that a page waits for.
#pragma once

#include <cstddef>
#include <type_traits>
#include <vector>

namespace unclench {

// Whether `a` must stand before `b`; both point to values.
using StandsBefore = bool (*)(const void* comparison, const void* a, const void* b);

// Sorts `count` values of `size` bytes each, which may be copied byte by byte.
void sort_bytes(void* values, std::size_t count, std::size_t size, StandsBefore stands_before,
                const void* comparison);

// Equal values keep their order.
template <typename Value, typename Before>
void sort_stably(std::vector<Value>& values, const Before& before) {
  static_assert(std::is_trivially_copyable_v<Value>);
  sort_bytes(
      values.data(), values.size(), sizeof(Value),
      [](const void* comparison, const void* a, const void* b) {
        return (*static_cast<const Before*>(comparison))(*static_cast<const Value*>(a),
                                                         *static_cast<const Value*>(b));
      },
      &before);
}

}  // namespace unclench
