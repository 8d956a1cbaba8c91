#include "content/reading.h"

#include <algorithm>

#include "base/letters.h"
#include "content/text_form.h"

namespace unclench::content {

std::vector<const ContentFile*> files_in(const FileTree& content, const std::string& folder) {
  std::vector<const ContentFile*> files;
  const std::string prefix = folder + "/";
  for (auto file = content.lower_bound(prefix);
       file != content.end() && file->first.compare(0, prefix.size(), prefix) == 0; ++file) {
    const std::string& path = file->first;
    if (path.find('/', prefix.size()) != std::string::npos || !has_ending(path, ".md")) continue;
    if (split_name(path).language.empty()) files.push_back(&*file);
  }
  return files;
}

Hash hash_all(const std::vector<std::string>& texts) {
  Hash hash = texts.size();
  for (const std::string& text : texts) hash = combine(hash, hash_of(text));
  return hash;
}

namespace {

bool has_word(const std::vector<PlacedWord>& words, const std::string& word) {
  return std::any_of(words.begin(), words.end(),
                     [&](const PlacedWord& other) { return other.word == word; });
}

}  // namespace

std::vector<PlacedWord> placed_words(const Values& values, const std::string& key) {
  std::vector<PlacedWord> words;
  if (const YamlNode* node = values.find(key))
    for (const YamlNode& item : node->items)
      if (item.kind == YamlNode::Kind::scalar && !has_word(words, item.text))
        words.push_back({item.text, item.span});
  return words;
}

namespace {

// Addresses of another form have been reported, and make no pages.
std::vector<PlacedWord> old_addresses(const Values& values) {
  std::vector<PlacedWord> addresses = placed_words(values, "aliases");
  std::erase_if(addresses, [](const PlacedWord& address) {
    return !problem_of_form(Shape::Form::address, address.word).empty();
  });
  return addresses;
}

// A heading that was meant to be this one: of another level, or with a slip in it.
const Heading* slip_of(const std::string& section, const RenderedText& body,
                       const std::vector<std::string>& sections) {
  const std::string wanted = lower_ascii(section);
  for (const Heading& heading : body.headings) {
    const bool is_other = heading.level == 2 && std::find(sections.begin(), sections.end(),
                                                          heading.title) != sections.end();
    const std::string title = lower_ascii(heading.title);
    if (!is_other && (title == wanted || !did_you_mean(title, {wanted}).empty())) return &heading;
  }
  return nullptr;
}

}  // namespace

void check_sections(const Document& document, const RenderedText& body,
                    const std::vector<std::string>& sections, Diagnostics& diagnostics) {
  std::size_t last = 0;
  const auto& headings = body.headings;
  for (const std::string& section : sections) {
    const auto is_it = [&](const Heading& heading) {
      return heading.level == 2 && heading.title == section;
    };
    const auto report = [&](Span span, const char* what, const std::string& help) {
      diagnostics.add(Problem::missing_section, *document.file, span,
                      "the section '" + section + "' " + what, help);
    };
    const auto place = std::find_if(headings.begin(), headings.end(), is_it);
    const auto at = static_cast<std::size_t>(place - headings.begin());
    if (place == headings.end()) {
      const Heading* slip = slip_of(section, body, sections);
      report(slip ? slip->span : Span{document.body.first_line, 1, 1}, "is missing",
             slip ? "write `## " + section + "` here" : "add a line `## " + section + "`");
      continue;
    }
    if (at < last)
      report(place->span, "stands too late or too early",
             "keep the order of the sections that docs/content.md gives");
    else
      last = at;
    const auto second = std::find_if(std::next(place), headings.end(), is_it);
    if (second != headings.end()) report(second->span, "stands here again", "make one of the two");
    for (const Section& text : body.sections)
      if (text.id == place->id && text.html.empty())
        report(place->span, "is empty", "write what a reader needs to know here");
  }
}

bool read_head(const Document& document, const Shape& shape, const ReadContext& context,
               PageText& page, Diagnostics& diagnostics) {
  page.id = document.id;
  page.file = document.file;
  page.broken = document.broken;
  page.head = hash_of(page.id);
  if (document.broken) return false;
  check_shape(*document.file, document.front, shape, "", context.terms, diagnostics);
  const Values values(document.front, context.terms);
  page.title = values.text("title");
  page.summary = values.text("summary");
  page.updated = values.text("updated");
  page.reviewed = values.text("reviewed");
  page.reviewed_by = values.text("reviewed_by");
  page.draft = values.flag("draft");
  page.technical = values.flag("technical");
  page.aliases = old_addresses(values);
  page.keywords = values.texts("keywords");
  page.related = placed_words(values, "related");
  if (context.texts) page.body = render_markdown(document.body, context.markdown, diagnostics);
  page.head = hash_all({page.id, page.title, page.summary});
  return true;
}

}  // namespace unclench::content
