#include "content/text_form.h"

#include <algorithm>
#include <charconv>
#include <regex>

#include "core/session/date.h"

namespace unclench::content {
namespace {

constexpr std::size_t longest_text_with_form = 2000;

struct FormRule {
  const char* pattern;
  const char* problem;
};

FormRule rule_of(Shape::Form form) {
  switch (form) {
    case Shape::Form::date:
      return {"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
              "must be a date like 2026-11-21"};
    case Shape::Form::url:
      return {"^https?://[^\\s\"<>\\\\^`{|}]+$",
              "must begin with https:// or http:// and have no spaces"};
    case Shape::Form::address:
      return {"^(?!.*/\\.\\.?/)/([A-Za-z0-9._~-]+/)*[A-Za-z0-9._~-]+(/|\\.html)$",
              "must be a path like /old/place/ or /old/place.html"};
    case Shape::Form::language:
      return {"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "must be a language like en-GB"};
    case Shape::Form::code:
      return {"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "must be a language like es"};
    case Shape::Form::key:
      // Without what Markdown, smart punctuation or the fragment of an address would change.
      return {
          "^(?!editors$)(?!_)(?!.*(--|\\.\\.\\.))[^\\s;\\[\\]{}<>\"'`*\\\\&|#%@]*"
          "[^\\s;\\[\\]{}<>\"'`*\\\\&|#%@_]$",
          "cannot be cited"};
    case Shape::Form::telephone:
      return {"^[0-9+ -]*[0-9][0-9+ -]*$", "must be digits, spaces, + and hyphens"};
    case Shape::Form::base_url:  // whoever reads it says what is wrong
      return {
          "^(?!https?://.*//)(?!.*/\\.)https?://[A-Za-z0-9:._~%\\[\\]-][A-Za-z0-9:/._~%\\[\\]-]*$",
          ""};
    case Shape::Form::any:
      break;
  }
  return {"", ""};
}

const std::regex& compiled(Shape::Form form) {
  // Compiling one takes longer than reading a page, so only those that are used are.
  switch (form) {
    case Shape::Form::date: {
      static const std::regex date(rule_of(Shape::Form::date).pattern);
      return date;
    }
    case Shape::Form::url: {
      static const std::regex url(rule_of(Shape::Form::url).pattern);
      return url;
    }
    case Shape::Form::address: {
      static const std::regex address(rule_of(Shape::Form::address).pattern);
      return address;
    }
    case Shape::Form::key: {
      static const std::regex key(rule_of(Shape::Form::key).pattern);
      return key;
    }
    case Shape::Form::telephone: {
      static const std::regex telephone(rule_of(Shape::Form::telephone).pattern);
      return telephone;
    }
    default: {
      static const std::regex language(rule_of(Shape::Form::language).pattern);
      return language;
    }
  }
}

}  // namespace

std::string pattern_of_form(Shape::Form form) {
  return rule_of(form).pattern;
}

std::string problem_of_form(Shape::Form form, const std::string& text) {
  const FormRule rule = rule_of(form);
  if (*rule.problem == '\0') return "";
  if (form == Shape::Form::date && core::parse_date(text)) return "";
  if (text.size() > longest_text_with_form || !std::regex_match(text, compiled(form)))
    return rule.problem;
  return form == Shape::Form::date ? "is not in the calendar" : "";
}

std::string help_of_form(Shape::Form form) {
  if (form != Shape::Form::key) return "";
  return "write letters, digits, dots and single hyphens, like NHS-BP; [@editors] is our own "
         "judgement";
}

namespace {

// Few texts do, so that most are not looked at further.
bool may_begin_number_or_flag(char c) {
  const int letter = c | 32;  // in lower case, if it is one
  return letter == 't' || letter == 'f' || (c >= '+' && c <= '9');
}

}  // namespace

bool is_number_or_flag(const YamlNode& node) {
  if (!node.plain || !may_begin_number_or_flag(node.text[0])) return false;
  constexpr std::string_view digits = "0123456789", signs = "+-";
  static constexpr std::string_view words[] = {"true",  "True", "TRUE", "false", "False",
                                               "FALSE", ".nan", ".NaN", ".NAN"};
  static constexpr std::string_view infinite[] = {".inf", ".Inf", ".INF"};
  std::string_view rest = node.text;
  const auto is_in = [&](const auto& list) {
    return std::find(std::begin(list), std::end(list), rest) != std::end(list);
  };
  const auto skip = [&](std::string_view characters, std::size_t most) {
    const std::size_t end = std::min({rest.find_first_not_of(characters), rest.size(), most});
    rest.remove_prefix(end);
    return end > 0;
  };
  if (is_in(words)) return true;
  if (rest.size() > 2 && (rest.substr(0, 2) == "0x" || rest.substr(0, 2) == "0o"))
    return rest.find_first_not_of(rest[1] == 'x' ? "0123456789abcdefABCDEF" : "01234567", 2) ==
           rest.npos;
  skip(signs, 1);
  if (is_in(infinite)) return true;
  bool is_number = skip(digits, rest.npos);
  if (skip(".", 1) && skip(digits, rest.npos)) is_number = true;
  if (is_number && skip("eE", 1)) {
    skip(signs, 1);
    is_number = skip(digits, rest.npos);
  }
  return is_number && rest.empty();
}

std::optional<int> whole_number(const YamlNode& node) {
  int value = 0;
  const char* end = node.text.data() + node.text.size();
  const auto parsed = std::from_chars(node.text.data(), end, value);
  const bool whole = node.kind == YamlNode::Kind::scalar && node.plain &&
                     parsed.ec == std::errc() && parsed.ptr == end;
  return whole ? std::optional(value) : std::nullopt;
}

std::optional<double> decimal_number(const YamlNode& node) {
  constexpr std::size_t most_digits = 9;  // so that whole and fraction are exact
  const std::string& text = node.text;
  if (node.kind != YamlNode::Kind::scalar || !node.plain) return std::nullopt;
  const bool negative = !text.empty() && text[0] == '-';
  const std::string digits = text.substr(negative ? 1 : 0);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  double value = 0, scale = 1;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i == point) continue;
    if (digits[i] < '0' || digits[i] > '9') return std::nullopt;
    value = value * 10 + (digits[i] - '0');
    if (i > point) scale *= 10;
  }
  const bool has_digits = point > 0 && digits.back() != '.';
  if (!has_digits || digits.size() > most_digits) return std::nullopt;
  return (negative ? -value : value) / scale;
}

}  // namespace unclench::content
