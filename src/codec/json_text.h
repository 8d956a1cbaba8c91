// Writes JSON text straight into a buffer, for what is written ten thousand times.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unclench::codec {

class JsonText {
 public:
  JsonText& begin_object() { return open('{'); }
  JsonText& end_object() { return close('}'); }
  JsonText& begin_list() { return open('['); }
  JsonText& end_list() { return close(']'); }

  // The key of the next value: a name or an id, with nothing in it to escape.
  JsonText& key(std::string_view name) {
    separate();
    text_.append("\"").append(name).append("\":");
    after_value_ = false;
    return *this;
  }

  JsonText& value(std::string_view text) {
    separate();
    quote(text);
    return *this;
  }
  JsonText& value(const char* text) { return value(std::string_view(text)); }
  JsonText& value(const std::string& text) { return value(std::string_view(text)); }
  JsonText& value(std::int64_t number) {
    separate();
    text_ += std::to_string(number);
    return *this;
  }
  JsonText& value(int number) { return value(static_cast<std::int64_t>(number)); }
  JsonText& value(const std::vector<std::string>& texts) {
    begin_list();
    for (const std::string& text : texts) value(text);
    return end_list();
  }
  // A text that is JSON already.
  JsonText& raw(std::string_view json) {
    separate();
    text_ += json;
    return *this;
  }
  JsonText& null() {
    separate();
    text_ += "null";
    return *this;
  }

  template <typename V>
  JsonText& member(std::string_view name, const V& content) {
    key(name);
    return value(content);
  }

  std::string take() { return std::move(text_); }

 private:
  void separate() {
    if (after_value_) text_ += ',';
    after_value_ = true;
  }

  JsonText& open(char sign) {
    separate();
    text_ += sign;
    after_value_ = false;
    return *this;
  }

  JsonText& close(char sign) {
    text_ += sign;
    after_value_ = true;
    return *this;
  }

  void quote(std::string_view text) {
    text_ += '"';
    for (std::size_t from = 0; from < text.size();) {
      std::size_t end = from;
      while (end < text.size() && text[end] != '"' && text[end] != '\\' &&
             static_cast<unsigned char>(text[end]) >= 0x20)
        ++end;
      text_.append(text.data() + from, end - from);
      if (end < text.size()) escape(text[end]);
      from = end + 1;
    }
    text_ += '"';
  }

  void escape(char c) {
    constexpr const char* digits = "0123456789abcdef";
    switch (c) {
      case '"':
      case '\\':
        text_ += '\\';
        text_ += c;
        break;
      case '\n':
        text_ += "\\n";
        break;
      case '\t':
        text_ += "\\t";
        break;
      default:
        text_ += "\\u00";
        text_ += digits[c >> 4 & 15];
        text_ += digits[c & 15];
    }
  }

  std::string text_;
  bool after_value_ = false;
};

}  // namespace unclench::codec
