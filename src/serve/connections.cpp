#include "serve/connections.h"

#include <chrono>
#include <system_error>
#include <thread>

namespace unclench::serve {
namespace {

constexpr int most_threads = 500;
constexpr auto longest_goodbye = std::chrono::milliseconds(100);

}  // namespace

Connections::Connections(std::shared_ptr<void> used) : used_(std::move(used)) {}

Connections::Enqueued Connections::enqueue(std::function<void()> connection) {
  start(std::move(connection));
  return static_cast<Enqueued>(true);
}

void Connections::start(std::function<void()> connection) {
  std::unique_lock lock(running_->mutex);
  running_->fewer.wait(lock, [this] { return running_->count < most_threads; });
  ++running_->count;
  lock.unlock();
  const auto run = [used = used_, running = running_, connection = std::move(connection)] {
    connection();
    const std::lock_guard ended(running->mutex);
    --running->count;
    running->fewer.notify_all();
  };
  try {
    std::thread(run).detach();
  } catch (const std::system_error&) {
    run();  // no thread to be had: better late than never
  }
}

void Connections::shutdown() {
  std::unique_lock lock(running_->mutex);
  running_->fewer.wait_for(lock, longest_goodbye, [this] { return running_->count == 0; });
}

}  // namespace unclench::serve
