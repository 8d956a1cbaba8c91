// How easily pages read: their reading age, and sentences that are too long.
#include <algorithm>

#include "base/parallel.h"
#include "content/document.h"
#include "content/prose.h"
#include "lint/checks.h"
#include "lint/places.h"
#include "lint/sentences.h"

namespace unclench::lint {
namespace {

using content::Prose;
using content::YamlEntry;
using content::YamlNode;

constexpr int highest_age = 110;      // tenths of a year
constexpr int fewest_words = 100;     // fewer say nothing of a page
constexpr int longest_sentence = 25;  // words

bool is_prose(std::string_view key) {
  return key == "summary" || key == "note" || key == "change" || key == "not_offered";
}

class PageReader {
 public:
  PageReader(const content::PageText& page, Diagnostics& diagnostics)
      : page_(page), diagnostics_(diagnostics) {}

  void check() {
    Diagnostics ignored;  // a sound edition has no problems
    const content::Document document =
        content::parse_markdown_document(page_.file->path, page_.file->text, ignored);
    read_front(document.front);
    for (const Prose& prose : content::prose_of(document.body)) read(prose);
    if (count_.words < fewest_words) return;
    const int age = reading_age_tenths(count_);
    if (age > highest_age)
      diagnostics_.add(Problem::hard_to_read, *page_.file, Places(page_).value({"title"}),
                       "this page has a reading age of " + years(age) + ", above " +
                           std::to_string(highest_age / 10),
                       "shorten its sentences, and choose shorter words");
  }

 private:
  static std::string years(int tenths) {
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
  }

  void read_front(const YamlNode& node) {
    for (const YamlNode& item : node.items) read_front(item);
    for (const YamlEntry& entry : node.entries) {
      if (entry.value.kind != YamlNode::Kind::scalar)
        read_front(entry.value);
      else if (is_prose(entry.key.text))
        read_scalar(entry.value);
    }
  }

  void read_scalar(const YamlNode& scalar) {
    const int quotes = scalar.plain ? 0 : 1;
    const int characters = count_characters(scalar.text);
    const bool as_written = scalar.span.length == characters + 2 * quotes;
    Span span = scalar.span;
    if (as_written) span.column += quotes;
    span.length = as_written ? characters : 1;
    read({scalar.text, {{0, span}}});
  }

  void read(const Prose& prose) {
    for (std::string_view sentence : sentences_of(prose.text)) {
      const int words = count_.add(sentence);
      if (words <= longest_sentence) continue;
      const auto offset = static_cast<std::size_t>(sentence.data() - prose.text.data());
      diagnostics_.add(Problem::long_sentence, *page_.file, prose.place(offset, sentence.size()),
                       "this sentence has " + std::to_string(words) + " words",
                       "make two of it: " + std::to_string(longest_sentence) + " are enough");
    }
  }

  const content::PageText& page_;
  Diagnostics& diagnostics_;
  ReadingCount count_;
};

}  // namespace

void check_readability(const Subject& subject) {
  std::vector<const content::PageText*> pages = all_pages(subject.edition);
  std::erase_if(pages, [](const content::PageText* page) { return page->technical; });
  std::vector<Diagnostics> problems(pages.size());
  for_each_index(pages.size(), subject.options.threads,
                 [&](std::size_t i) { PageReader(*pages[i], problems[i]).check(); });
  for (const Diagnostics& of_page : problems) subject.diagnostics.add(of_page);
}

}  // namespace unclench::lint
