#include "render/stylesheet.h"

#include <algorithm>
#include <vector>

namespace unclench::render {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_url(std::string_view name) {
  return name.size() == 3 && (name[0] | 0x20) == 'u' && (name[1] | 0x20) == 'r' &&
         (name[2] | 0x20) == 'l';
}

// `kind` is the sign itself, or one of these.
constexpr char gap = ' ';     // white space and comments
constexpr char word = 'a';    // a name, a number or a part of one
constexpr char opaque = '"';  // a string, url() or a comment that is kept
constexpr char end = '\0';

struct Token {
  char kind;
  std::string_view text;
};

// What stands between braces and semicolons, and the sign after it.
struct Statement {
  std::vector<Token> tokens;
  char terminator = end;
};

class Compactor {
 public:
  explicit Compactor(std::string_view css) : css_(css) { out_.reserve(css.size()); }

  std::string run() {
    if (holds_strange_signs()) return std::string(css_);
    while (is_sound_ && at_ < css_.size()) take_statement();
    return is_sound_ && depth_ == 0 ? std::move(out_) : std::string(css_);
  }

 private:
  // They count only at certain places, or stand for another sign.
  bool holds_strange_signs() const {
    for (const char* sign : {"\xef\xbb\xbf", "@charset", "<!--", "-->"})
      if (css_.find(sign) != std::string_view::npos) return true;
    return css_.find(end) != std::string_view::npos;
  }

  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < css_.size() ? css_[at_ + ahead] : end;
  }

  Token unsound() {
    is_sound_ = false;
    at_ = css_.size();
    return {end, {}};
  }

  Token next() {
    const std::size_t from = at_;
    const char c = peek();
    if (at_ == css_.size()) return {end, {}};
    if (is_space(c) || is_comment()) return take_gap();
    if (c == '/' && peek(1) == '*') return take_comment() ? since(opaque, from) : unsound();
    if (c == '"' || c == '\'') return take_string();
    if (is_name_character(c) || c == '\\') return take_word();
    ++at_;
    return since(c, from);
  }

  Token since(char kind, std::size_t from) const { return {kind, css_.substr(from, at_ - from)}; }

  bool is_comment() const { return peek() == '/' && peek(1) == '*' && peek(2) != '!'; }

  bool take_comment() {
    const std::size_t close = css_.find("*/", at_ + 2);
    if (close == std::string_view::npos) return false;
    at_ = close + 2;
    return true;
  }

  // Without white space, a comment alone still keeps apart what stands on its sides.
  Token take_gap() {
    std::string_view text = "/**/";
    while (is_space(peek()) || is_comment()) {
      if (!is_space(peek())) {
        if (!take_comment()) return unsound();
        continue;
      }
      text = " ";
      ++at_;
    }
    return {gap, text};
  }

  Token take_string() {
    const std::size_t from = at_;
    const char quote = css_[at_++];
    while (peek() != quote) {
      if (at_ >= css_.size() || peek() == '\n' || peek() == '\r' || peek() == '\f')
        return unsound();
      at_ += peek() == '\\' ? 2 : 1;
    }
    ++at_;
    return since(opaque, from);
  }

  // White space after the digits of an escape belongs to it.
  bool take_escape() {
    const char first = peek(1);
    if (first == end || (is_space(first) && first != ' ' && first != '\t')) return false;
    at_ += 2;
    if (!is_hex(first)) return true;
    for (int digits = 1; digits < 6 && is_hex(peek()); ++digits) ++at_;
    if (peek() == '\r' && peek(1) == '\n') ++at_;
    if (is_space(peek())) ++at_;
    return true;
  }

  Token take_word() {
    const std::size_t from = at_;
    bool escaped = false;
    while (is_name_character(peek()) || peek() == '\\') {
      if (peek() != '\\') {
        ++at_;
        continue;
      }
      escaped = true;
      if (!take_escape()) return unsound();
    }
    if (peek() != '(') return since(word, from);
    if (escaped) return unsound();  // it may spell url
    return is_url(css_.substr(from, at_ - from)) ? take_url(from) : since(word, from);
  }

  // One with quotes is a function like any other; one without is read to its bracket.
  Token take_url(std::size_t from) {
    const std::size_t name_end = at_++;
    while (is_space(peek())) ++at_;
    if (peek() == '"' || peek() == '\'') {
      at_ = name_end;
      return since(word, from);
    }
    while (peek() != ')') {
      const char c = peek();
      if (at_ >= css_.size() || c == '"' || c == '\'' || c == '(' || c == '\\') return unsound();
      ++at_;
    }
    ++at_;
    return since(opaque, from);
  }

  void take_statement() {
    Token token = next();
    while (token.kind == gap) token = next();
    if (token.kind == ';') {
      if (!semicolon_due_) unsound();
      return;
    }
    if (token.kind == opaque && token.text[0] == '/') return write(token.text);
    read_statement(token);
    if (!is_sound_) return;
    const std::vector<Token>& tokens = statement_.tokens;
    const bool is_at_rule = !tokens.empty() && tokens[0].kind == '@';
    // Outside braces only an at-rule ends at a semicolon, and nothing at the end of the file.
    if (depth_ == 0 && !tokens.empty() && statement_.terminator != '{')
      if (!is_at_rule || statement_.terminator != ';') unsound();
    if (statement_.terminator == '{')
      write_tokens(0, is_at_rule ? "," : ",>~");
    else if (!write_declaration())
      write_tokens(0, ",");
    finish();
  }

  // Up to a brace or a semicolon outside brackets.
  void read_statement(Token token) {
    std::string open;
    statement_.tokens.clear();
    bool is_custom = false;  // the value of a custom property may hold braces
    for (;; token = next()) {
      const char kind = token.kind;
      const bool at_brace = kind == '{' && !is_custom;
      if (open.empty() && (at_brace || kind == '}' || kind == ';' || kind == end)) break;
      if (kind == end || at_brace || (kind == ';' && !is_custom)) return void(unsound());
      if (kind == '(' || kind == '[' || kind == '{')
        open += kind == '(' ? ')' : kind == '[' ? ']' : '}';
      if (kind == ')' || kind == ']' || kind == '}') {
        if (open.empty() || open.back() != kind) return void(unsound());
        open.pop_back();
      }
      statement_.tokens.push_back(token);
      if (kind == ':' && begins_custom_property()) {
        is_custom = true;
        value_from_ = at_;
      }
    }
    statement_.terminator = token.kind;
    is_custom_ = is_custom;
    value_end_ = at_ - token.text.size();
  }

  // The tokens so far are a name that begins with two hyphens, and a colon.
  bool begins_custom_property() const {
    const std::vector<Token>& tokens = statement_.tokens;
    const bool spaced = tokens.size() == 3 && tokens[1].kind == gap;
    return (tokens.size() == 2 || spaced) && tokens[0].kind == word &&
           tokens[0].text.substr(0, 2) == "--";
  }

  // False if it is none.
  bool write_declaration() {
    const std::vector<Token>& tokens = statement_.tokens;
    const std::size_t colon = tokens.size() > 1 && tokens[1].kind == gap ? 2 : 1;
    if (tokens.size() <= colon || tokens[0].kind != word || tokens[colon].kind != ':') return false;
    write(tokens[0].text);
    out_ += ':';
    if (is_custom_)
      out_ += css_.substr(value_from_, value_end_ - value_from_);
    else
      write_tokens(colon + 1, ",");
    return true;
  }

  // Without gaps at the ends, nor beside the signs of `tight`. In square brackets all gaps stay.
  void write_tokens(std::size_t first, std::string_view tight) {
    const std::vector<Token>& tokens = statement_.tokens;
    const auto is_tight = [&](char kind) { return tight.find(kind) != std::string_view::npos; };
    bool in_square = false;
    for (std::size_t i = first; i < tokens.size(); ++i) {
      if (tokens[i].kind == '[' || tokens[i].kind == ']') in_square = tokens[i].kind == '[';
      const bool at_end = i == first || i + 1 == tokens.size();
      if (tokens[i].kind == gap && (at_end || (!in_square && (is_tight(tokens[i - 1].kind) ||
                                                              is_tight(tokens[i + 1].kind)))))
        continue;
      write(tokens[i].text);
    }
  }

  void write(std::string_view text) {
    if (semicolon_due_) out_ += ';';
    semicolon_due_ = false;
    out_ += text;
  }

  void finish() {
    switch (statement_.terminator) {
      case '{':
        write("{");
        ++depth_;
        break;
      case '}':
        semicolon_due_ = false;
        out_ += '}';
        if (depth_-- == 0) unsound();
        break;
      case ';':
        semicolon_due_ = true;
        if (depth_ == 0) write("");
        break;
      default:
        break;
    }
  }

  std::string_view css_;
  std::size_t at_ = 0;
  std::string out_;
  Statement statement_;
  bool is_custom_ = false;  // the statement gives a custom property the bytes from here to there
  std::size_t value_from_ = 0, value_end_ = 0;
  std::size_t depth_ = 0;
  bool semicolon_due_ = false;  // unless a closing brace comes
  bool is_sound_ = true;
};

}  // namespace

std::string compact_stylesheet(std::string_view css) {
  return Compactor(css).run();
}

}  // namespace unclench::render
