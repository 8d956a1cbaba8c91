// The interface's own words: site/words/LANGUAGE.yaml.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>

#include "content/model.h"
#include "render/template.h"

namespace unclench::render {

// The words of a language, as templates use them. A missing or broken file is reported.
WordList read_words(const FileTree& site, const std::string& root, const std::string& language,
                    Diagnostics& diagnostics);

// Whether the words are for the script of a page; they are plain texts.
bool is_for_script(std::string_view key);

// Words for the program's own sentences: plain texts, in which {0} and {1} stand for what is put
// in. Every one of them must be there.
class Phrases {
 public:
  // Reports the words that the list lacks.
  Phrases(const WordList& words, Diagnostics& diagnostics);

  std::string get(std::string_view key, std::initializer_list<std::string> parts) const;

  // A phrase without anything to put in. It lives as long as the word list.
  const std::string& get(std::string_view key) const;

  // The words, or when they are not there, those that are given.
  std::string get_or(const std::string& key, const std::string& given) const;

  // The words for the script of a page, those below "app" and "PAGE.script", as JSON that may stand
  // in a page: {"minutes.one": "..."}.
  std::string script_json(const std::string& page) const;

  // "10", or "10 to 30".
  std::string range(const core::Range& range) const;
  // "10 seconds", "1 minute", "1 to 5 minutes", "2 to 5 seconds".
  std::string seconds(const core::Range& seconds) const;
  // "9 minutes 40 seconds", "45 seconds"
  std::string duration(int seconds) const;
  // What a stage's dose asks for: "Hold 10 to 20 seconds, 2 to 3 times, each side".
  std::string dose(const core::Movement& movement, const core::DoseRange& dose) const;

 private:
  std::string times(const core::Range& times) const;

  const WordList& words_;
  std::unordered_map<std::string_view, const std::string*> texts_;  // of the list, by key
};

// The keys of all phrases.
const std::vector<std::string>& phrase_keys();

}  // namespace unclench::render
