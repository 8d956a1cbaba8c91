// A thread for each connection. A page that is open holds one for as long as it waits for news, so
// a fixed number of threads would let enough of them starve all other requests.
#pragma once

#include <httplib.h>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace unclench::serve {

class Connections : public httplib::TaskQueue {
 public:
  // What the connections use, kept until the last of them has ended.
  explicit Connections(std::shared_ptr<void> used);

  // The library's result type has changed over time.
  using Enqueued = decltype(std::declval<httplib::TaskQueue&>().enqueue({}));
  Enqueued enqueue(std::function<void()> connection) override;

  // Waits for connections to end, but not for those where a browser says nothing: the library
  // listens to them for seconds. They end with the process.
  void shutdown() override;

 private:
  struct Running {
    std::mutex mutex;
    std::condition_variable fewer;
    int count = 0;
  };

  void start(std::function<void()> connection);

  const std::shared_ptr<void> used_;
  const std::shared_ptr<Running> running_ = std::make_shared<Running>();
};

}  // namespace unclench::serve
