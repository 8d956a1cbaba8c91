#include "content/yaml.h"

#include <yaml.h>

#include <algorithm>
#include <unordered_map>

namespace unclench::content {
namespace {

constexpr int deepest_nesting = 32;
constexpr std::size_t few_entries = 16;  // that are looked through one by one

// YAML ends lines at these signs too, which editors and this program do not.
bool has_other_line_ends(std::string_view text) {
  for (const char* sign : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"})
    if (text.find(sign) != std::string_view::npos) return true;
  return false;
}
constexpr std::size_t usual_keys = 24;    // of a head
constexpr std::size_t usual_entries = 4;  // of what stands in it
constexpr std::size_t usual_items = 2;

// Where the characters of a text are that the parser counts, from 0. Quick in rising order.
class CharacterPlaces {
 public:
  explicit CharacterPlaces(std::string_view text) : text_(text) {}

  // Of a character past the end: the end.
  Span at(std::size_t index) {
    if (index < index_) *this = CharacterPlaces(text_);
    for (; index_ < index && offset_ < text_.size(); ++index_) {
      ++place_.column;
      if (text_[offset_] == '\n') {
        ++place_.line;
        place_.column = 1;
      }
      ++offset_;
      while (offset_ < text_.size() && count_characters(text_.substr(offset_, 1)) == 0) ++offset_;
    }
    return place_;
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0, index_ = 0;  // where `place_` is, in bytes and in characters
  Span place_;
};

class Parser {
 public:
  Parser(const SourceFile& file, std::string_view text, int first_line, Diagnostics& diagnostics)
      : file_(file),
        text_(text),
        first_line_(first_line),
        last_line_(first_line + static_cast<int>(std::count(text.begin(), text.end(), '\n'))),
        counts_characters_(has_other_line_ends(text)),
        places_(text),
        diagnostics_(diagnostics) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
  }
  ~Parser() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  YamlNode parse(Root kind) {
    YamlNode root;
    root.kind = YamlNode::Kind::mapping;
    root.span = {first_line_, 1, 1};
    YamlNode broken = root;
    broken.broken = true;
    if (!next() || !next()) return broken;  // stream start, then a document or the end
    if (event_.type == YAML_STREAM_END_EVENT) return root;
    if (!next()) return broken;
    YamlNode document;
    read(document, 0);
    if (failed_) return broken;
    if (kind == Root::mapping && !document.is_null() && document.kind != YamlNode::Kind::mapping) {
      report(Problem::wrong_type, document.span, "this should be a mapping of keys to values",
             "write `key: value` lines");
      return broken;
    }
    if (next() && next() && event_.type == YAML_DOCUMENT_START_EVENT)
      report(Problem::yaml_feature, span_of(event_.start_mark, event_.end_mark),
             "a second YAML document begins here", "keep one document in a file");
    if (kind == Root::any || document.kind == YamlNode::Kind::mapping) return document;
    return root;
  }

 private:
  // Takes the next event; the one before is gone then.
  bool next() {
    yaml_event_delete(&event_);
    if (yaml_parser_parse(&parser_, &event_)) return true;
    report_syntax();
    return false;
  }

  Span span_of(const yaml_mark_t& start, const yaml_mark_t& end) {
    Span span;
    span.line = first_line_ + static_cast<int>(start.line);
    span.column = static_cast<int>(start.column) + 1;
    // The parser puts the end of a text without a last line break into a line of its own.
    if (counts_characters_ || span.line > last_line_) {
      span = places_.at(start.index);
      span.line += first_line_ - 1;
    }
    const bool one_line = end.line == start.line && end.column > start.column;
    span.length = one_line ? static_cast<int>(end.column - start.column) : 1;
    return span;
  }

  void report(Problem problem, Span span, const std::string& message,
              const std::string& help = "") {
    diagnostics_.add(problem, file_, span, message, help);
  }

  void report_syntax() {
    failed_ = true;
    const std::string problem = parser_.problem ? parser_.problem : "not valid YAML";
    if (parser_.error == YAML_READER_ERROR) {
      Span span = span_at(text_, parser_.problem_offset);
      span.line += first_line_ - 1;
      report(Problem::yaml_syntax, span, problem);
      return;
    }
    if (parser_.context && std::string(parser_.context) == "while scanning a quoted scalar" &&
        problem == "found unexpected end of stream") {
      report(Problem::yaml_syntax, span_of(parser_.context_mark, parser_.context_mark),
             "this quote is not closed", "end the text with the same quote");
      return;
    }
    if (parser_.context && std::string(parser_.context) == "while scanning a simple key") {
      report(Problem::yaml_syntax, span_of(parser_.context_mark, parser_.context_mark), problem,
             "write a colon and a space behind the key");
      return;
    }
    std::string help;
    if (bracket_line_ > 0 &&
        bracket_line_ < first_line_ + static_cast<int>(parser_.problem_mark.line))
      help = "a bracket of line " + std::to_string(bracket_line_) + " is still open here";
    if (problem == "mapping values are not allowed in this context")
      help = "put a text that contains `: ` in double quotes";
    if (problem == "found character that cannot start any token")
      help = "indent with spaces, and put texts that start with a special sign in double quotes";
    report(Problem::yaml_syntax, span_of(parser_.problem_mark, parser_.problem_mark), problem,
           help);
  }

  void refuse_extras(const unsigned char* anchor, const unsigned char* tag, Span span) {
    if (anchor)
      report(Problem::yaml_feature, span, "anchors are not supported", "write the value out");
    if (tag) report(Problem::yaml_feature, span, "tags are not supported", "remove the tag");
  }

  // Reads the node of the current event into its place.
  void read(YamlNode& node, int depth) {
    node.span = span_of(event_.start_mark, event_.end_mark);
    if (depth > deepest_nesting) {
      report(Problem::yaml_nesting, node.span, "nested too deeply");
      failed_ = true;
      return;
    }
    switch (event_.type) {
      case YAML_SCALAR_EVENT:
        read_scalar(node);
        break;
      case YAML_SEQUENCE_START_EVENT:
        read_sequence(node, depth);
        break;
      case YAML_MAPPING_START_EVENT:
        read_mapping(node, depth);
        break;
      case YAML_ALIAS_EVENT:
        report(Problem::yaml_feature, node.span, "aliases are not supported",
               "write the value out");
        node.broken = true;
        break;
      default:
        report(Problem::yaml_syntax, node.span, "unexpected YAML");
        failed_ = true;
    }
  }

  void read_scalar(YamlNode& node) {
    const auto& scalar = event_.data.scalar;
    if (scalar.anchor || scalar.tag) refuse_extras(scalar.anchor, scalar.tag, node.span);
    node.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
    node.plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    // The parser lets them pass where they are escaped.
    if (scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE &&
        find_control(node.text) != node.text.npos)
      report(Problem::bad_text, node.span, "this text has a control character in it",
             "take the character out");
  }

  void read_sequence(YamlNode& node, int depth) {
    const auto& start = event_.data.sequence_start;
    if (start.anchor || start.tag) refuse_extras(start.anchor, start.tag, node.span);
    node.kind = YamlNode::Kind::sequence;
    node.span.length = 1;
    node.items.reserve(usual_items);
    const int outer = bracket_line_;
    if (start.style == YAML_FLOW_SEQUENCE_STYLE) bracket_line_ = node.span.line;
    while (!failed_ && next() && event_.type != YAML_SEQUENCE_END_EVENT)
      read(node.items.emplace_back(), depth + 1);
    bracket_line_ = outer;
  }

  void read_mapping(YamlNode& node, int depth) {
    const auto& start = event_.data.mapping_start;
    if (start.anchor || start.tag) refuse_extras(start.anchor, start.tag, node.span);
    node.kind = YamlNode::Kind::mapping;
    node.span.length = 1;
    node.entries.reserve(depth == 0 ? usual_keys : usual_entries);
    KeyLines lines;
    const int outer = bracket_line_;
    if (start.style == YAML_FLOW_MAPPING_STYLE) bracket_line_ = node.span.line;
    while (!failed_ && next() && event_.type != YAML_MAPPING_END_EVENT) {
      YamlEntry& entry = node.entries.emplace_back();
      read(entry.key, depth + 1);
      if (failed_ || !next()) return;
      read(entry.value, depth + 1);
      check_key(node, lines);
    }
    bracket_line_ = outer;
  }

  // The lines of the keys of a mapping, once there are too many to look through.
  using KeyLines = std::unordered_map<std::string, int>;

  // The line of a key among all entries but the last; 0 when it is not there.
  static int line_of_key(const YamlNode& node, const std::string& key, KeyLines& lines) {
    const std::size_t others = node.entries.size() - 1;
    if (others > few_entries) {
      for (std::size_t i = lines.size(); i < others; ++i)
        lines.emplace(node.entries[i].key.text, node.entries[i].key.span.line);
      const auto known = lines.find(key);
      return known == lines.end() ? 0 : known->second;
    }
    for (std::size_t i = 0; i < others; ++i)
      if (node.entries[i].key.text == key) return node.entries[i].key.span.line;
    return 0;
  }

  // Takes the last entry out again when its key is no text or stands there already.
  void check_key(YamlNode& node, KeyLines& lines) {
    const YamlNode& key = node.entries.back().key;
    if (key.broken) return node.entries.pop_back();
    const int line = key.kind == YamlNode::Kind::scalar ? line_of_key(node, key.text, lines) : 0;
    if (key.kind != YamlNode::Kind::scalar)
      report(Problem::wrong_type, key.span, "a key must be a text");
    else if (line > 0)
      report(Problem::repeated_key, key.span, "'" + key.text + "' is given twice",
             "it first stands in line " + std::to_string(line));
    if (key.kind != YamlNode::Kind::scalar || line > 0) node.entries.pop_back();
  }

  const SourceFile& file_;
  std::string_view text_;
  int first_line_;
  int last_line_;
  bool counts_characters_;
  CharacterPlaces places_;
  Diagnostics& diagnostics_;
  yaml_parser_t parser_{};
  yaml_event_t event_{};
  bool failed_ = false;
  int bracket_line_ = 0;  // of the innermost one that is open
};

}  // namespace

YamlNode parse_yaml(const SourceFile& file, std::string_view text, int first_line,
                    Diagnostics& diagnostics, Root root) {
  return Parser(file, text, first_line, diagnostics).parse(root);
}

}  // namespace unclench::content
