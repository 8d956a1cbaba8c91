// Bytes that never change and may be shared: a copy is cheap, and what was reused from an earlier
// run is the same object.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

#include "base/hash.h"

namespace unclench {

class Bytes {
 public:
  Bytes() : content_(nothing()) {}
  Bytes(std::string text) : content_(std::make_shared<const Content>(std::move(text))) {}
  Bytes(const char* text) : Bytes(std::string(text)) {}

  const std::string& str() const { return content_->text; }
  operator const std::string&() const { return str(); }
  operator std::string_view() const { return str(); }

  bool empty() const { return str().empty(); }
  std::size_t size() const { return str().size(); }

  // Of the bytes; found once for all that share them.
  Hash hash() const {
    Hash hash = content_->hash.load(std::memory_order_relaxed);
    if (hash == 0) {
      hash = hash_of(str());
      content_->hash.store(hash, std::memory_order_relaxed);
    }
    return hash;
  }

  // The same object, not only equal bytes.
  bool is(const Bytes& other) const { return content_ == other.content_; }

  friend bool operator==(const Bytes& a, const Bytes& b) { return a.is(b) || a.str() == b.str(); }
  friend bool operator==(const Bytes& a, const std::string& b) { return a.str() == b; }
  friend bool operator==(const Bytes& a, const char* b) { return a.str() == b; }

 private:
  struct Content {
    explicit Content(std::string given) : text(std::move(given)) {}
    const std::string text;
    mutable std::atomic<Hash> hash{0};  // 0: not known
  };

  static const std::shared_ptr<const Content>& nothing() {
    static const auto empty = std::make_shared<const Content>(std::string());
    return empty;
  }

  std::shared_ptr<const Content> content_;
};

}  // namespace unclench
