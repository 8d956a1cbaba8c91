#include "render/translated_words.h"

#include <algorithm>
#include <set>

#include "render/words.h"

namespace unclench::render {
namespace {

constexpr std::string_view name_key = "language_name";
// They take the place of those of site.yaml, which has them in the edition's own language.
constexpr std::string_view settings[] = {"site.title", "site.tagline", "site.description"};

std::string last_part(const std::string& key) {
  return key.substr(key.rfind('.') + 1);
}

// "minutes.other" for "minutes.one": the form for numbers that every language has.
std::string other_form(const std::string& key) {
  return key.substr(0, key.rfind('.') + 1) + "other";
}

bool is_form(const std::string& key) {
  const std::string form = last_part(key);
  constexpr std::string_view forms[] = {"zero", "one", "two", "few", "many"};
  return form.find_first_not_of("0123456789") == std::string::npos ||
         std::find(std::begin(forms), std::end(forms), form) != std::end(forms);
}

// A form that says its number in a word: "a minute".
bool may_lack_number(const std::string& key) {
  const std::string form = last_part(key);
  return is_form(key) && form != "few" && form != "many";
}

struct Mark {
  std::string text;  // "{0}", or a tag without what surrounds its name: "{{count}}"
  std::size_t offset = 0;
  std::size_t length = 0;
  friend bool operator<(const Mark& a, const Mark& b) { return a.text < b.text; }
};

// The tag from its opening braces on.
Mark tag_at(std::string_view text, std::size_t at) {
  const std::size_t close = text.find("}}", at);
  if (close == std::string_view::npos) return {"", at, 2};
  const std::size_t end = std::min(text.find_first_not_of('}', close), text.size());
  constexpr std::string_view around = "{}#^/&> \t\n";
  std::string_view name = text.substr(at, end - at);
  name.remove_prefix(std::min(name.find_first_not_of(around), name.size()));
  name = name.substr(0, name.find_last_not_of(around) + 1);
  const bool is_name = !name.empty() && name[0] != '!';
  return {is_name ? "{{" + std::string(name) + "}}" : "", at, end - at};
}

// What is put into the text.
std::set<Mark> marks_in(std::string_view text) {
  std::set<Mark> marks;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at)) {
    Mark mark{"", at, 1};
    const std::size_t end = text.find_first_not_of("0123456789", at + 1);
    if (text.substr(at, 2) == "{{")
      mark = tag_at(text, at);
    else if (end != std::string_view::npos && end > at + 1 && text[end] == '}')
      mark = {std::string(text.substr(at, end + 1 - at)), at, end + 1 - at};
    at += mark.length;
    if (!mark.text.empty()) marks.insert(std::move(mark));
  }
  return marks;
}

class Comparison {
 public:
  Comparison(const WordList& own, const WordList& translation, Diagnostics& diagnostics)
      : own_(own), translation_(translation), diagnostics_(diagnostics) {}

  void run() {
    for (const auto& [key, word] : own_.words) require(key);
    for (const auto& [key, word] : translation_.words) {
      const Word* original = original_of(key);
      if (original)
        compare(key, *original, word);
      else if (std::find(std::begin(settings), std::end(settings), key) == std::end(settings))
        report_unknown(key, word);
    }
  }

 private:
  void require(const std::string& key) {
    const bool is_asked_for = key == name_key || is_for_script(key);
    const bool may_be_absent = is_form(key) && own_.words.count(other_form(key)) > 0;
    if (is_asked_for && !may_be_absent && !translation_.words.count(key))
      diagnostics_.add(Problem::unknown_words, translation_.file->path,
                       "the words '" + key + "' are missing",
                       did_you_mean(key, keys_of(translation_)));
  }

  // Null when the key is not known.
  const Word* original_of(const std::string& key) const {
    auto original = own_.words.find(key);
    if (original == own_.words.end() && is_form(key)) original = own_.words.find(other_form(key));
    return original == own_.words.end() ? nullptr : &original->second;
  }

  void report_unknown(const std::string& key, const Word& word) {
    diagnostics_.add(Problem::unknown_words, *translation_.file, word.span,
                     own_.file->path + " has no words '" + key + "'",
                     did_you_mean(key, keys_of(own_)));
  }

  void compare(const std::string& key, const Word& original, const Word& word) {
    const std::set<Mark> wanted = marks_in(original.text), given = marks_in(word.text);
    for (const Mark& mark : wanted)
      if (!given.count(mark) && !(mark.text == "{0}" && may_lack_number(key)))
        diagnostics_.add(Problem::unknown_words, *translation_.file, word.span,
                         "'" + key + "' lacks " + mark.text + ", which the original has",
                         "put it where it belongs in this language");
    for (const Mark& mark : given)
      if (!wanted.count(mark) && mark.text.substr(0, 2) != "{{" && !is_of_other_form(key, mark))
        diagnostics_.add(Problem::unknown_words, *translation_.file, place_of(word, mark),
                         "nothing is put in for " + mark.text + " in '" + key + "'",
                         "the original is: " + original.text);
  }

  // "A minute" and "{0} minutes" are given the same number.
  bool is_of_other_form(const std::string& key, const Mark& mark) const {
    const auto other = own_.words.find(other_form(key));
    return is_form(key) && other != own_.words.end() && marks_in(other->second.text).count(mark);
  }

  // Where the mark stands, when the text stands as it is in one line; else all of the text.
  Span place_of(const Word& word, const Mark& mark) const {
    Span place = word.span;
    const std::string_view line = line_of(translation_.file->text.str(), place.line);
    const std::size_t found = line.find(mark.text);
    if (found == std::string_view::npos) return place;
    place.column = count_characters(line.substr(0, found)) + 1;
    place.length = count_characters(mark.text);
    return place.column < word.span.column ? word.span : place;
  }

  static std::vector<std::string> keys_of(const WordList& list) {
    std::vector<std::string> keys;
    for (const auto& [key, word] : list.words) keys.push_back(key);
    return keys;
  }

  const WordList& own_;
  const WordList& translation_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_translated_words(const WordList& own, const WordList& translation,
                            Diagnostics& diagnostics) {
  if (own.words.empty() || translation.words.empty()) return;  // reported itself
  Comparison(own, translation, diagnostics).run();
}

}  // namespace unclench::render
