#include "content/json_data.h"

#include <unordered_map>

namespace unclench::content {
namespace {

constexpr int deepest_nesting = 32;

void append_utf8(std::string& text, unsigned code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
    return;
  }
  const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  constexpr unsigned leads[] = {0, 0xC0, 0xE0, 0xF0};
  text += static_cast<char>(leads[more] | code >> (6 * more));
  for (int i = more - 1; i >= 0; --i) text += static_cast<char>(0x80 | (code >> (6 * i) & 0x3F));
}

class JsonParser {
 public:
  JsonParser(const SourceFile& file, Diagnostics& diagnostics)
      : file_(file), text_(file.text), places_(text_), diagnostics_(diagnostics) {}

  YamlNode parse() {
    YamlNode root;
    skip_space();
    if (read(root, 0)) {
      skip_space();
      if (at_ == text_.size()) return root;
      fail("something follows the end of the JSON", "keep one value in a file");
    }
    YamlNode broken;
    broken.kind = YamlNode::Kind::mapping;
    broken.broken = true;
    return broken;
  }

 private:
  bool read(YamlNode& node, int depth) {
    node.span = span(at_, at_ + 1);
    if (depth > deepest_nesting) {
      diagnostics_.add(Problem::yaml_nesting, file_, node.span, "nested too deeply");
      return false;
    }
    if (at_ >= text_.size()) return fail("the JSON ends too early");
    if (text_[at_] == '{') return read_object(node, depth);
    if (text_[at_] == '[') return read_list(node, depth);
    if (text_[at_] == '"') return read_text(node);
    return read_word(node);
  }

  bool read_object(YamlNode& node, int depth) {
    node.kind = YamlNode::Kind::mapping;
    std::unordered_map<std::string, int> lines;
    ++at_;
    for (skip_space(); !takes('}'); skip_space()) {
      if (!node.entries.empty() && !takes(','))
        return fail("a comma or a closing brace is missing here");
      skip_space();
      YamlEntry& entry = node.entries.emplace_back();
      entry.key.span = span(at_, at_ + 1);
      if (!is_at('"')) return fail("a key in double quotes should stand here");
      if (!read_text(entry.key)) return false;
      skip_space();
      if (!takes(':')) return fail("a colon is missing here");
      skip_space();
      if (!read(entry.value, depth + 1)) return false;
      const auto [known, is_new] = lines.emplace(entry.key.text, entry.key.span.line);
      if (is_new) continue;
      diagnostics_.add(Problem::repeated_key, file_, entry.key.span,
                       "'" + entry.key.text + "' is given twice",
                       "it first stands in line " + std::to_string(known->second));
      node.entries.pop_back();
    }
    return true;
  }

  bool read_list(YamlNode& node, int depth) {
    node.kind = YamlNode::Kind::sequence;
    ++at_;
    for (skip_space(); !takes(']'); skip_space()) {
      if (!node.items.empty() && !takes(','))
        return fail("a comma or a closing bracket is missing here");
      skip_space();
      if (!read(node.items.emplace_back(), depth + 1)) return false;
    }
    return true;
  }

  bool read_text(YamlNode& node) {
    const std::size_t start = at_++;
    node.plain = false;
    while (!is_at('"')) {
      if (at_ >= text_.size() || text_[at_] == '\n') {
        at_ = start;
        return fail("this quote is not closed", "end the text with the same quote");
      }
      if (static_cast<unsigned char>(text_[at_]) < 0x20)
        return fail("a control character stands in a text", "write it as \\u and four digits");
      if (text_[at_] != '\\')
        node.text += text_[at_++];
      else if (!read_escape(node.text))
        return false;
    }
    node.span = span(start, ++at_);
    return true;
  }

  bool read_escape(std::string& text) {
    constexpr std::string_view signs = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    const char sign = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    const std::size_t place = signs.find(sign);
    if (place != signs.npos && sign != '\0') {
      text += meanings[place];
      at_ += 2;
      return true;
    }
    int code = sign == 'u' ? hex_at(at_ + 2) : -1;
    const bool first_half = code >= 0xD800 && code < 0xDC00;
    if (first_half && text_.substr(at_ + 6, 2) == "\\u") {
      const int second = hex_at(at_ + 8);
      if (second >= 0xDC00 && second < 0xE000) {
        code = 0x10000 + (code - 0xD800) * 0x400 + (second - 0xDC00);
        at_ += 6;
      }
    }
    if (code <= 0 || (code >= 0xD800 && code < 0xE000))
      return fail("there is no such escape", "write the character itself");
    append_utf8(text, static_cast<unsigned>(code));
    at_ += 6;
    return true;
  }

  // Four hexadecimal digits, or -1.
  int hex_at(std::size_t at) const {
    int code = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
      const char c = i < text_.size() ? text_[i] : 'x';
      const char low = static_cast<char>(c | 0x20);
      const int digit = c >= '0' && c <= '9'       ? c - '0'
                        : low >= 'a' && low <= 'f' ? low - 'a' + 10
                                                   : -1;
      if (digit < 0) return -1;
      code = code * 16 + digit;
    }
    return code;
  }

  // A number, true, false or null.
  bool read_word(YamlNode& node) {
    const std::size_t end = std::min(text_.find_first_of(" \t\n,:[]{}\"", at_), text_.size());
    const std::string_view word = text_.substr(at_, end - at_);
    if (word != "true" && word != "false" && word != "null" && !is_number(word))
      return fail(word.empty() ? "a value is missing here" : "this is no JSON value",
                  word.empty() ? "" : "put a text in double quotes", word.size());
    node.text = word;
    node.span = span(at_, end);
    at_ = end;
    return true;
  }

  static bool is_number(std::string_view word) {
    const auto take_digits = [&word] {
      const std::size_t count = std::min(word.find_first_not_of("0123456789"), word.size());
      word.remove_prefix(count);
      return count;
    };
    const auto take = [&word](std::string_view signs) {
      const bool has = !word.empty() && signs.find(word[0]) != signs.npos;
      if (has) word.remove_prefix(1);
      return has;
    };
    take("-");
    const bool zero = !word.empty() && word[0] == '0';
    const std::size_t digits = take_digits();
    if (digits == 0 || (zero && digits > 1)) return false;
    if (take(".") && take_digits() == 0) return false;
    if (take("eE")) {
      take("+-");
      if (take_digits() == 0) return false;
    }
    return word.empty();
  }

  void skip_space() { at_ = std::min(text_.find_first_not_of(" \t\n", at_), text_.size()); }

  bool is_at(char sign) const { return at_ < text_.size() && text_[at_] == sign; }

  bool takes(char sign) {
    const bool is_there = is_at(sign);
    if (is_there) ++at_;
    return is_there;
  }

  Span span(std::size_t start, std::size_t end) { return places_.at(start, end - start); }

  bool fail(const std::string& message, const std::string& help = "", std::size_t length = 1) {
    diagnostics_.add(Problem::yaml_syntax, file_, span(at_, at_ + std::max<std::size_t>(1, length)),
                     message, help);
    return false;
  }

  const SourceFile& file_;
  std::string_view text_;
  PlaceFinder places_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
};

}  // namespace

YamlNode parse_json(const SourceFile& file, Diagnostics& diagnostics) {
  return JsonParser(file, diagnostics).parse();
}

}  // namespace unclench::content
