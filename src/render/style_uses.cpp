#include "render/style_uses.h"

#include <algorithm>
#include <string>

namespace unclench::render {
namespace {

constexpr std::string_view line_ends = "\n\r\f";
constexpr std::string_view white = " \t\n\r\f";

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// `word` is in lower case.
bool is(std::string_view text, std::string_view word) {
  return std::equal(text.begin(), text.end(), word.begin(), word.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

class Scanner {
 public:
  explicit Scanner(std::string_view css) : css_(css) {}

  std::vector<StyleUse> run() {
    while (at_ < css_.size()) step();
    return std::move(uses_);
  }

 private:
  using Kind = StyleUse::Kind;

  void step() {
    const char c = css_[at_];
    if (css_.substr(at_, 2) == "/*") {
      at_ = past(css_.find("*/", at_ + 2), 2);
    } else if (c == '"' || c == '\'') {
      const bool is_picture = !brackets_.empty() && brackets_.back() == Bracket::image_set;
      take_string(is_picture);
    } else if (c == '@') {
      take_rule_name();
    } else if (is_name_character(c) || c == '\\') {
      take_word();
    } else {
      if (c == '(') brackets_.push_back(Bracket::other);
      if (c == ')' && !brackets_.empty()) brackets_.pop_back();
      if (c == ';' || c == '{' || c == '}') {
        brackets_.clear();
        names_no_file_ = false;
      }
      ++at_;
    }
  }

  std::size_t past(std::size_t found, std::size_t length) const {
    return found == std::string_view::npos ? css_.size() : found + length;
  }

  void note(std::size_t begin, std::size_t end) {
    if (!names_no_file_) uses_.push_back({Kind::address, begin, css_.substr(begin, end - begin)});
  }

  // One that is not closed ends with its line, as browsers read it.
  void take_string(bool is_address) {
    const char quote = css_[at_];
    const std::size_t begin = ++at_;
    while (at_ < css_.size() && css_[at_] != quote && line_ends.find(css_[at_]) == line_ends.npos)
      at_ = std::min(at_ + (css_[at_] == '\\' ? 2 : 1), css_.size());
    if (is_address && at_ < css_.size() && css_[at_] == quote) note(begin, at_);
    if (at_ < css_.size()) ++at_;
  }

  std::string_view take_name() {
    const std::size_t begin = at_;
    while (at_ < css_.size() && (is_name_character(css_[at_]) || css_[at_] == '\\'))
      at_ = std::min(at_ + (css_[at_] == '\\' ? 2 : 1), css_.size());
    return css_.substr(begin, at_ - begin);
  }

  void take_rule_name() {
    const std::size_t begin = at_++;
    const std::string_view name = take_name();
    if (is(name, "import")) uses_.push_back({Kind::import, begin, css_.substr(begin, at_ - begin)});
    names_no_file_ = is(name, "import") || is(name, "namespace");
  }

  void take_word() {
    const std::string_view word = take_name();
    if (at_ >= css_.size() || css_[at_] != '(') return;
    ++at_;
    if (is(word, "url")) return take_url();
    const bool is_set = is(word, "image-set") || is(word, "-webkit-image-set");
    brackets_.push_back(is_set ? Bracket::image_set : Bracket::other);
  }

  // Behind its opening bracket.
  void take_url() {
    at_ = std::min(css_.find_first_not_of(white, at_), css_.size());
    if (at_ < css_.size() && (css_[at_] == '"' || css_[at_] == '\'')) {
      brackets_.push_back(Bracket::other);
      return take_string(true);
    }
    const std::size_t begin = at_;
    while (at_ < css_.size() && css_[at_] != ')' && white.find(css_[at_]) == white.npos)
      at_ = std::min(at_ + (css_[at_] == '\\' ? 2 : 1), css_.size());
    note(begin, at_);
    at_ = past(css_.find(')', at_), 1);
  }

  enum class Bracket { image_set, other };

  std::string_view css_;
  std::size_t at_ = 0;
  std::vector<Bracket> brackets_;  // that are open
  bool names_no_file_ = false;     // up to the end of the rule
  std::vector<StyleUse> uses_;
};

}  // namespace

std::vector<StyleUse> style_uses(std::string_view css) {
  return Scanner(css).run();
}

}  // namespace unclench::render
