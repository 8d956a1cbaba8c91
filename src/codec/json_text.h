// Writes JSON text straight into a buffer: answers, and what is written ten thousand times.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unclench::codec {

class JsonText {
 public:
  enum class Layout { one_line, indented };  // indented by two spaces, each value on its own line

  explicit JsonText(Layout layout = Layout::one_line) : layout_(layout) {}

  JsonText& begin_object() { return open('{'); }
  JsonText& end_object() { return close('}'); }
  JsonText& begin_list() { return open('['); }
  JsonText& end_list() { return close(']'); }

  // The key of the next value: a name or an id, with nothing in it to escape.
  JsonText& key(std::string_view name);

  // Texts are UTF-8.
  JsonText& value(std::string_view text);
  JsonText& value(const char* text) { return value(std::string_view(text)); }
  JsonText& value(const std::string& text) { return value(std::string_view(text)); }
  JsonText& value(std::int64_t number);
  JsonText& value(int number) { return value(static_cast<std::int64_t>(number)); }
  JsonText& value(bool flag) { return raw(flag ? "true" : "false"); }
  JsonText& value(const std::vector<std::string>& texts);
  // A text that is JSON already.
  JsonText& raw(std::string_view json);
  JsonText& null() { return raw("null"); }

  template <typename V>
  JsonText& member(std::string_view name, const V& content) {
    key(name);
    return value(content);
  }

  std::string take() { return std::move(text_); }

 private:
  void separate();
  void begin_line();
  JsonText& open(char sign);
  JsonText& close(char sign);
  void quote(std::string_view text);
  void escape(char c);

  std::string text_;
  Layout layout_;
  std::size_t depth_ = 0;
  bool after_value_ = false;
  bool after_key_ = false;
};

}  // namespace unclench::codec
