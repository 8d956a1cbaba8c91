#include "content/shape.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "base/letters.h"
#include "content/text_form.h"

namespace unclench::content {
namespace {

constexpr std::size_t most_words_shown = 12;
constexpr std::size_t few_items = 64;  // that are looked through one by one

std::string between(const Shape& shape) {
  return "a whole number from " + std::to_string(shape.low) + " to " + std::to_string(shape.high);
}

std::string with_word(std::string message, const std::string& word) {
  const std::size_t place = message.find('%');
  return place == std::string::npos ? message : message.replace(place, 1, word);
}

// Whether nothing but white space of any kind stands in the text.
bool is_blank(const std::string& text) {
  if (!text.empty() && text[0] > ' ') return false;  // as nearly all
  constexpr std::u32string_view spaces = U" \t\n\u00A0\u1680\u2028\u2029\u202F\u205F\u3000\uFEFF";
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    const bool is_wide = letter.code >= 0x2000 && letter.code <= 0x200A;
    if (!is_wide && spaces.find(letter.code) == spaces.npos) return false;
    at += letter.bytes;
  }
  return true;
}

// "write true" for "yes" and the like.
std::string help_for_flag(const std::string& text) {
  constexpr std::string_view yes[] = {"yes", "Yes", "YES", "on", "On", "ON", "True", "TRUE"};
  constexpr std::string_view no[] = {"no", "No", "NO", "off", "Off", "OFF", "False", "FALSE"};
  if (std::find(std::begin(yes), std::end(yes), text) != std::end(yes)) return "write true";
  return std::find(std::begin(no), std::end(no), text) != std::end(no) ? "write false" : "";
}

// "[5, 10]" for "5-10", "5 – 10", "5..10" and "5 to 10"; else empty.
std::string range_in_words(const std::string& text) {
  constexpr std::string_view digits = "0123456789";
  const std::size_t end = text.find_first_not_of(digits);
  const std::size_t next = text.find_first_of(digits, std::min(end, text.size()));
  if (end == 0 || next == std::string::npos ||
      text.find_first_not_of(digits, next) != std::string::npos)
    return "";
  std::string between = text.substr(end, next - end);
  std::erase(between, ' ');
  constexpr std::string_view words[] = {"-", "–", "..", "to"};
  const bool is_range = std::find(std::begin(words), std::end(words), between) != std::end(words);
  return is_range ? "[" + text.substr(0, end) + ", " + text.substr(next) + "]" : "";
}

const YamlEntry* find(const YamlNode& mapping, const std::string& key) {
  for (const YamlEntry& entry : mapping.entries)
    if (entry.key.text == key) return &entry;
  return nullptr;
}

class Check {
 public:
  Check(const SourceFile& file, const Terms& terms, Diagnostics& diagnostics)
      : file_(file), terms_(terms), diagnostics_(diagnostics) {}

  void check(const YamlNode& node, const Shape& shape, const std::string& key) {
    if (node.broken) return;
    switch (shape.kind) {
      case Shape::Kind::text:
        return check_text(node, shape, key);
      case Shape::Kind::number:
        number_in(node, shape, key);
        return;
      case Shape::Kind::decimal:
        return check_decimal(node, shape, key);
      case Shape::Kind::range:
        return check_range(node, shape, key);
      case Shape::Kind::flag:
        return check_flag(node, key);
      case Shape::Kind::term:
        if (check_term(node, shape.words, shape.name)) check_is_text(node, node.text);
        return;
      case Shape::Kind::option:
        return check_option(node, shape);
      case Shape::Kind::list:
        return check_list(node, shape, key);
      case Shape::Kind::record:
        if (is_mapping(node, shape.name)) check_record(node, shape);
        return;
      case Shape::Kind::by_term:
        if (is_mapping(node, "'" + key + "'")) check_by_term(node, shape, key);
        return;
      case Shape::Kind::by_id:
        if (is_mapping(node, "'" + key + "'")) check_by_id(node, shape);
        return;
      case Shape::Kind::either:
        return check(node, shape.item[node.kind == YamlNode::Kind::scalar ? 0 : 1], key);
      case Shape::Kind::any:
        return;
    }
  }

 private:
  void report(Problem problem, const YamlNode& node, const std::string& message,
              const std::string& help = "") {
    diagnostics_.add(problem, file_, node.span, message, help);
  }

  void report_no_word(const YamlNode& node, const std::string& wanted) {
    report(Problem::wrong_type, node, wanted + " should stand here, written as one word");
  }

  bool is_mapping(const YamlNode& node, const std::string& what) {
    if (node.kind == YamlNode::Kind::mapping) return true;
    report(Problem::wrong_type, node, what + " must be a mapping of keys to values");
    return false;
  }

  void check_flag(const YamlNode& node, const std::string& key) {
    const bool is_word = node.text == "true" || node.text == "false";
    if (is_word && node.plain) return;
    report(Problem::wrong_type, node, "'" + key + "' must be true or false",
           is_word ? "write it without quotes" : help_for_flag(node.text));
  }

  void check_is_text(const YamlNode& node, const std::string& key) {
    if (is_number_or_flag(node))
      report(Problem::wrong_type, node, "'" + key + "' must be a text", "put it in quotes");
  }

  void check_text(const YamlNode& node, const Shape& shape, const std::string& key) {
    if (node.kind != YamlNode::Kind::scalar)
      return report(Problem::wrong_type, node, "'" + key + "' must be a text");
    if (is_blank(node.text)) return report(Problem::empty_value, node, "'" + key + "' is empty");
    const std::string wrong = problem_of_form(shape.form, node.text);
    if (!wrong.empty()) return report(Problem::bad_text, node, "'" + key + "' " + wrong);
    check_is_text(node, key);
  }

  // The number, or nothing when it is none of these, which is then reported.
  std::optional<int> number_in(const YamlNode& node, const Shape& shape, const std::string& key) {
    const std::optional<int> value = whole_number(node);
    if (value && *value >= shape.low && *value <= shape.high) return value;
    report(value ? Problem::out_of_range : Problem::wrong_type, node,
           "'" + key + "' must be " + between(shape),
           node.plain || node.text.empty() ? "" : "write it without quotes");
    return std::nullopt;
  }

  void check_decimal(const YamlNode& node, const Shape& shape, const std::string& key) {
    const std::optional<double> value = decimal_number(node);
    if (value && *value >= shape.low && *value <= shape.high) return;
    report(value ? Problem::out_of_range : Problem::wrong_type, node,
           "'" + key + "' must be a number from " + std::to_string(shape.low) + " to " +
               std::to_string(shape.high) + (shape.name.empty() ? "" : " " + shape.name));
  }

  void check_range(const YamlNode& node, const Shape& shape, const std::string& key) {
    if (const std::string range = range_in_words(node.text); !range.empty())
      return report(Problem::wrong_type, node, "'" + key + "' must be a number or a range of two",
                    "write " + range);
    if (node.kind != YamlNode::Kind::sequence) {
      number_in(node, shape, key);
      return;
    }
    if (node.items.size() != 2)
      return report(Problem::wrong_type, node,
                    "'" + key + "' must be a number or a range of two, like [10, 30]");
    const auto first = number_in(node.items[0], shape, key);
    const auto last = number_in(node.items[1], shape, key);
    if (first && last && *first > *last)
      report(Problem::out_of_range, node.items[0], "the range of '" + key + "' runs backwards",
             "write [" + std::to_string(*last) + ", " + std::to_string(*first) + "]");
  }

  bool check_term(const YamlNode& node, Words words, const std::string& name) {
    if (words == Words::exercises || !terms_.is_complete(words)) return true;
    const bool is_word = node.kind == YamlNode::Kind::scalar;
    if (is_word && terms_.find(words, node.text) >= 0) return true;
    const std::vector<std::string>& ids = terms_.ids(words);
    if (!is_word)
      report_no_word(node, name);
    else if (words == Words::citations)
      report_unknown_source(file_, node.span, node.text, terms_, diagnostics_);
    else if (terms_.is_draft(words, node.text))
      report(Problem::unfinished_page, node, "'" + node.text + "' is " + name + " that is a draft",
             help_for_drafts);
    else
      report(Problem::unknown_word, node, "'" + node.text + "' is not " + name,
             help_for(node.text, ids));
    return false;
  }

  void check_option(const YamlNode& node, const Shape& shape) {
    const auto& options = shape.options;
    if (node.kind == YamlNode::Kind::scalar &&
        std::find(options.begin(), options.end(), node.text) != options.end())
      return;
    if (node.kind != YamlNode::Kind::scalar) return report_no_word(node, shape.name);
    report(Problem::unknown_word, node, "'" + node.text + "' is not " + shape.name,
           help_for(node.text, options));
  }

  static std::string help_for(const std::string& word, const std::vector<std::string>& words) {
    std::string help = did_you_mean(word, words);
    if (!help.empty() || words.size() > most_words_shown) return help;
    for (const std::string& known : words) help += (help.empty() ? "use one of: " : ", ") + known;
    return help;
  }

  void check_list(const YamlNode& node, const Shape& shape, const std::string& key) {
    if (node.kind != YamlNode::Kind::sequence)
      return report(Problem::wrong_type, node, "'" + key + "' must be a list",
                    node.text.empty() ? "" : "write [" + node.text + "]");
    const Shape& item = shape.item.front();
    const bool of_words = item.kind == Shape::Kind::term || item.kind == Shape::Kind::text;
    KnownTexts known;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const YamlNode& value = node.items[i];
      if (value.broken) continue;
      if (of_words && (value.kind != YamlNode::Kind::scalar || value.is_null()))
        report(Problem::wrong_type, value, "'" + key + "' must be a list of texts");
      else if (of_words && stands_before(node, i, known))
        report(Problem::repeated_item, value, "'" + value.text + "' stands in '" + key + "' twice");
      else
        check(value, item, key);
    }
    const int count = static_cast<int>(node.items.size());
    if (count < shape.low)
      report(Problem::missing_field, node,
             shape.low == 1 ? "name at least one of '" + key + "'"
                            : "'" + key + "' needs " + std::to_string(shape.low) + " values");
    if (shape.high > 0 && count > shape.high)
      report(Problem::too_many, node,
             "'" + key + "' has more than " + std::to_string(shape.high) + " values");
  }

  // The texts of a list, once there are too many to look through.
  using KnownTexts = std::unordered_set<std::string_view>;

  static bool stands_before(const YamlNode& list, std::size_t place, KnownTexts& known) {
    if (list.items.size() > few_items) return !known.insert(list.items[place].text).second;
    const auto end = list.items.begin() + static_cast<std::ptrdiff_t>(place);
    return std::any_of(list.items.begin(), end,
                       [&](const YamlNode& other) { return other.text == list.items[place].text; });
  }

  void check_record(const YamlNode& node, const Shape& shape) {
    for (const YamlEntry& entry : node.entries) {
      const auto field = std::find_if(shape.fields.begin(), shape.fields.end(),
                                      [&](const Field& f) { return f.key == entry.key.text; });
      if (field == shape.fields.end())
        report_unknown(entry, shape);
      else if (entry.value.is_null())
        report(Problem::empty_value, entry.value, "'" + field->key + "' has no value");
      else
        check(entry.value, field->shape, field->key);
    }
    for (const Field& field : shape.fields)
      if (field.required && !find(node, field.key) && !has_slip_of(node, field.key, shape))
        report(Problem::missing_field, node, shape.name + " needs '" + field.key + "'");
    for (const Field& field : shape.fields)
      if (!field.needs.empty() && find(node, field.key) && !find(node, field.needs))
        report(Problem::missing_field, find(node, field.key)->key,
               "'" + field.key + "' needs '" + field.needs + "' beside it");
    for (const Choice& choice : shape.choices) check_choice(node, choice);
  }

  void report_unknown(const YamlEntry& entry, const Shape& shape) {
    std::vector<std::string> keys;
    for (const Field& field : shape.fields) keys.push_back(field.key);
    report(Problem::unknown_field, entry.key,
           "'" + entry.key.text + "' is not a field of " + shape.name,
           did_you_mean(entry.key.text, keys));
  }

  // An unknown key that is a slip of this one is reported as unknown; once is enough.
  static bool has_slip_of(const YamlNode& node, const std::string& key, const Shape& shape) {
    return std::any_of(node.entries.begin(), node.entries.end(), [&](const YamlEntry& entry) {
      const bool known = std::any_of(shape.fields.begin(), shape.fields.end(),
                                     [&](const Field& f) { return f.key == entry.key.text; });
      return !known && !did_you_mean(entry.key.text, {key}).empty();
    });
  }

  void check_choice(const YamlNode& node, const Choice& choice) {
    if (choice.message.empty()) return;
    const YamlEntry* first = nullptr;
    std::size_t count = 0;
    for (const std::string& key : choice.keys) {
      const YamlEntry* entry = find(node, key);
      if (!entry || (entry->value.kind == YamlNode::Kind::sequence && entry->value.items.empty()))
        continue;
      if (!first) first = entry;
      ++count;
    }
    const YamlEntry* draft = find(node, "draft");
    const bool is_draft = draft && draft->value.text == "true";
    if (count == 0 && !(choice.drafts_may_lack && is_draft))
      report(choice.problem, node, choice.message, choice.help);
    if (count > 1 && choice.exclusive) report(choice.problem, first->value, choice.both_message);
  }

  void check_by_term(const YamlNode& node, const Shape& shape, const std::string& key) {
    for (const YamlEntry& entry : node.entries) {
      // An exercise may judge a condition before that is published.
      if (!terms_.is_draft(shape.words, entry.key.text))
        check_term(entry.key, shape.words, shape.name);
      if (entry.value.is_null())
        report(Problem::empty_value, entry.value, "'" + entry.key.text + "' has no value");
      else
        check(entry.value, shape.item.front(), entry.key.text);
    }
    if (static_cast<int>(node.entries.size()) < shape.low)
      report(Problem::missing_field, node, "name at least one of '" + key + "'");
    if (!shape.every || !terms_.is_complete(shape.words)) return;
    for (const std::string& id : terms_.ids(shape.words))
      if (!find(node, id) && !terms_.is_draft(shape.words, id))
        report(shape.words == Words::conditions ? Problem::missing_verdict : Problem::missing_field,
               node, with_word(shape.missing_message, id), with_word(shape.missing_help, id));
  }

  void check_by_id(const YamlNode& node, const Shape& shape) {
    for (const YamlEntry& entry : node.entries) {
      if (!shape.name.empty() && !is_id(entry.key.text))
        report(Problem::bad_name, entry.key, "'" + entry.key.text + "' cannot be an id",
               "use lower-case letters, digits and hyphens");
      const std::string wrong = problem_of_form(shape.form, entry.key.text);
      if (!wrong.empty())
        report(Problem::bad_text, entry.key, "'" + entry.key.text + "' " + wrong,
               help_of_form(shape.form));
      check(entry.value, shape.item.front(), entry.key.text);
    }
  }

  const SourceFile& file_;
  const Terms& terms_;
  Diagnostics& diagnostics_;
};

Shape shape_of(Shape::Kind kind) {
  Shape shape;
  shape.kind = kind;
  return shape;
}

Shape numbers(Shape::Kind kind, int low, int high) {
  Shape shape = shape_of(kind);
  shape.low = low;
  shape.high = high;
  return shape;
}

}  // namespace

Shape text(Shape::Form form) {
  Shape shape = shape_of(Shape::Kind::text);
  shape.form = form;
  return shape;
}
Shape number(int low, int high) {
  return numbers(Shape::Kind::number, low, high);
}
Shape decimal(int low, int high, std::string unit) {
  Shape shape = numbers(Shape::Kind::decimal, low, high);
  shape.name = std::move(unit);
  return shape;
}
Shape range(int low, int high) {
  return numbers(Shape::Kind::range, low, high);
}
Shape flag() {
  return shape_of(Shape::Kind::flag);
}
Shape any() {
  return shape_of(Shape::Kind::any);
}

Shape term(Words words, std::string name) {
  Shape shape = shape_of(Shape::Kind::term);
  shape.words = words;
  shape.name = std::move(name);
  return shape;
}

Shape option(std::vector<std::string> options, std::string name) {
  Shape shape = shape_of(Shape::Kind::option);
  shape.options = std::move(options);
  shape.name = std::move(name);
  return shape;
}

Shape list(Shape item, int low, int high) {
  Shape shape = numbers(Shape::Kind::list, low, high);
  shape.item.push_back(std::move(item));
  return shape;
}

Shape terms(Words words, std::string name) {
  return list(term(words, std::move(name)));
}

Shape citations() {
  return terms(Words::citations, "a source");
}

Shape record(std::string name, Fields fields, std::vector<Choice> choices) {
  Shape shape = shape_of(Shape::Kind::record);
  shape.name = std::move(name);
  shape.fields = std::move(fields);
  shape.choices = std::move(choices);
  return shape;
}

Shape by_term(Words words, std::string name, Shape item) {
  Shape shape = term(words, std::move(name));
  shape.kind = Shape::Kind::by_term;
  shape.item.push_back(std::move(item));
  return shape;
}

Shape by_id(std::string name, Shape item) {
  Shape shape = shape_of(Shape::Kind::by_id);
  shape.name = std::move(name);
  shape.item.push_back(std::move(item));
  return shape;
}

Shape either(Shape scalar, Shape collection) {
  Shape shape = shape_of(Shape::Kind::either);
  shape.item = {std::move(scalar), std::move(collection)};
  return shape;
}

Field required(std::string key, Shape shape, std::string about) {
  return {std::move(key), std::move(shape), true, std::move(about), ""};
}
Field optional(std::string key, Shape shape, std::string about, std::string needs) {
  return {std::move(key), std::move(shape), false, std::move(about), std::move(needs)};
}

void check_shape(const SourceFile& file, const YamlNode& node, const Shape& shape,
                 const std::string& key, const Terms& terms, Diagnostics& diagnostics) {
  Check(file, terms, diagnostics).check(node, shape, key);
}

void report_unknown_source(const SourceFile& file, Span span, const std::string& key,
                           const Terms& terms, Diagnostics& diagnostics) {
  if (terms.is_draft(Words::citations, key))
    return diagnostics.add(Problem::unfinished_page, file, span,
                           "'" + key + "' is an article that is a draft", help_for_drafts);
  diagnostics.add(Problem::unknown_source, file, span,
                  "'" + key + "' is not in references.yaml and is no article",
                  did_you_mean(key, terms.ids(Words::citations)));
}

bool is_id(std::string_view text) {
  bool valid = !text.empty() && text.front() != '-' && text.back() != '-' &&
               text.find("--") == std::string_view::npos;
  for (char c : text)
    valid = valid && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  return valid;
}

}  // namespace unclench::content
