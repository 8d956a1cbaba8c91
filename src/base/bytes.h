// Bytes that never change and may be shared: a copy is cheap, and what was reused from an earlier
// run is the same object.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace unclench {

class Bytes {
 public:
  Bytes() : text_(nothing()) {}
  Bytes(std::string text) : text_(std::make_shared<const std::string>(std::move(text))) {}
  Bytes(const char* text) : Bytes(std::string(text)) {}

  const std::string& str() const { return *text_; }
  operator const std::string&() const { return *text_; }
  operator std::string_view() const { return *text_; }

  bool empty() const { return text_->empty(); }
  std::size_t size() const { return text_->size(); }

  // The same object, not only equal bytes.
  bool is(const Bytes& other) const { return text_ == other.text_; }

  friend bool operator==(const Bytes& a, const Bytes& b) { return a.is(b) || *a.text_ == *b.text_; }
  friend bool operator==(const Bytes& a, const std::string& b) { return *a.text_ == b; }
  friend bool operator==(const Bytes& a, const char* b) { return *a.text_ == b; }

 private:
  static const std::shared_ptr<const std::string>& nothing() {
    static const auto empty = std::make_shared<const std::string>();
    return empty;
  }

  std::shared_ptr<const std::string> text_;
};

}  // namespace unclench
