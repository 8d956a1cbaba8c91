// The same work for many items, on several threads.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <utility>

namespace unclench {

// As many as the machine has cores.
unsigned default_threads();

// Calls work(i) for every i below count, in any order, from up to `threads` threads, this one among
// them. The work may only write to what belongs to its item, and may itself be done by several
// threads. The first exception is thrown again at the end. The other threads are kept for the next
// call: they stay where the system has put them, so that short works are shared too.
void for_each_index(std::size_t count, unsigned threads,
                    const std::function<void(std::size_t)>& work);

// Calls every work once, from up to `threads` threads.
template <typename... Work>
void run_together(unsigned threads, Work&&... work) {
  const std::array<std::function<void()>, sizeof...(work)> all = {std::forward<Work>(work)...};
  for_each_index(all.size(), threads, [&](std::size_t i) { all[i](); });
}

}  // namespace unclench
