#include "codec/json_text.h"

namespace unclench::codec {

JsonText& JsonText::key(std::string_view name) {
  separate();
  text_.append("\"").append(name).append("\":");
  if (layout_ == Layout::indented) text_ += ' ';
  after_value_ = false;
  after_key_ = true;
  return *this;
}

JsonText& JsonText::value(std::string_view text) {
  separate();
  quote(text);
  return *this;
}

JsonText& JsonText::value(std::int64_t number) {
  return raw(std::to_string(number));
}

JsonText& JsonText::value(const std::vector<std::string>& texts) {
  begin_list();
  for (const std::string& text : texts) value(text);
  return end_list();
}

JsonText& JsonText::raw(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

void JsonText::separate() {
  if (after_value_) text_ += ',';
  if (depth_ > 0 && !after_key_) begin_line();
  after_value_ = true;
  after_key_ = false;
}

void JsonText::begin_line() {
  if (layout_ == Layout::indented) text_.append("\n").append(2 * depth_, ' ');
}

JsonText& JsonText::open(char sign) {
  separate();
  text_ += sign;
  ++depth_;
  after_value_ = false;
  return *this;
}

// What holds nothing stays on one line.
JsonText& JsonText::close(char sign) {
  --depth_;
  if (after_value_) begin_line();
  text_ += sign;
  after_value_ = true;
  return *this;
}

void JsonText::quote(std::string_view text) {
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

void JsonText::escape(char c) {
  constexpr std::string_view plain = "\"\\\b\f\n\r\t";
  constexpr std::string_view letters = "\"\\bfnrt";
  constexpr const char* digits = "0123456789abcdef";
  text_ += '\\';
  const std::size_t known = plain.find(c);
  if (known != std::string_view::npos) {
    text_ += letters[known];
  } else {
    text_ += "u00";
    text_ += digits[c >> 4 & 15];
    text_ += digits[c & 15];
  }
}

}  // namespace unclench::codec
