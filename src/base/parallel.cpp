#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace unclench {
namespace {

// One call of for_each_index. Helpers that come when it is over find nothing to do.
class Call {
 public:
  Call(std::size_t count, const std::function<void(std::size_t)>& work)
      : count_(count), work_(work) {}

  void help() {
    {
      const std::lock_guard lock(mutex_);
      if (is_over_) return;
      ++helpers_;
    }
    take_items();
    const std::lock_guard lock(mutex_);
    if (--helpers_ == 0) without_helpers_.notify_all();
  }

  void finish() {
    take_items();
    std::unique_lock lock(mutex_);
    is_over_ = true;
    without_helpers_.wait(lock, [&] { return helpers_ == 0; });
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void take_items() {
    try {
      for (std::size_t i = next_++; i < count_; i = next_++) work_(i);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
  }

  const std::size_t count_;
  const std::function<void(std::size_t)>& work_;  // lives as long as the call is not over
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;
  std::condition_variable without_helpers_;
  std::size_t helpers_ = 0;
  bool is_over_ = false;
  std::exception_ptr failure_;
};

// Threads that wait for calls to help with.
class Helpers {
 public:
  ~Helpers() {
    {
      const std::lock_guard lock(mutex_);
      ends_ = true;
    }
    wanted_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  void ask(const std::shared_ptr<Call>& call, std::size_t helpers) {
    {
      const std::lock_guard lock(mutex_);
      while (threads_.size() < helpers) threads_.emplace_back([this] { wait_for_calls(); });
      calls_.insert(calls_.end(), helpers, call);
    }
    wanted_.notify_all();
  }

 private:
  void wait_for_calls() {
    std::unique_lock lock(mutex_);
    while (true) {
      wanted_.wait(lock, [&] { return ends_ || !calls_.empty(); });
      if (ends_) return;
      const std::shared_ptr<Call> call = std::move(calls_.front());
      calls_.pop_front();
      lock.unlock();
      call->help();
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable wanted_;
  std::deque<std::shared_ptr<Call>> calls_;
  std::vector<std::thread> threads_;
  bool ends_ = false;
};

}  // namespace

unsigned default_threads() {
  const unsigned cores = std::thread::hardware_concurrency();
  return cores == 0 ? 1 : cores;
}

void for_each_index(std::size_t count, unsigned threads,
                    const std::function<void(std::size_t)>& work) {
  static Helpers helpers;
  const auto call = std::make_shared<Call>(count, work);
  if (count > 1 && threads > 1) helpers.ask(call, std::min<std::size_t>(threads, count) - 1);
  call->finish();
}

}  // namespace unclench
