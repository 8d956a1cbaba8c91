// The same work for many items, on several threads.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace unclench {

// As many as the machine has cores.
inline unsigned default_threads() {
  const unsigned cores = std::thread::hardware_concurrency();
  return cores == 0 ? 1 : cores;
}

// Calls work(i) for every i below count, in any order, from up to `threads` threads. The work may
// only write to what belongs to its item. The first exception is thrown again at the end.
template <typename Work>
void for_each_index(std::size_t count, unsigned threads, Work work) {
  // Items that a thread takes at a time: few enough that no thread is left waiting at the end.
  const std::size_t chunk = std::clamp<std::size_t>(count / (threads * 8 + 1), 1, 4);
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto run = [&] {
    try {
      for (std::size_t begin = next.fetch_add(chunk); begin < count; begin = next.fetch_add(chunk))
        for (std::size_t i = begin; i < count && i < begin + chunk; ++i) work(i);
    } catch (...) {
      const std::lock_guard lock(failure_mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  const std::size_t useful = (count + chunk - 1) / chunk;
  for (std::size_t t = 1; t < threads && t < useful; ++t) others.emplace_back(run);
  run();
  for (std::thread& thread : others) thread.join();
  if (failure) std::rethrow_exception(failure);
}

// Calls every work once, from up to `threads` threads.
template <typename... Work>
void run_together(unsigned threads, Work&&... work) {
  const std::array<std::function<void()>, sizeof...(work)> all = {std::forward<Work>(work)...};
  for_each_index(all.size(), threads, [&](std::size_t i) { all[i](); });
}

}  // namespace unclench
