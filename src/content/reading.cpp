#include "content/reading.h"

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

std::vector<PlacedWord> placed_words(const Values& values, const std::string& key) {
  std::vector<PlacedWord> words;
  if (const YamlNode* node = values.find(key))
    for (const YamlNode& item : node->items)
      if (item.kind == YamlNode::Kind::scalar) words.push_back({item.text, item.span});
  return words;
}

void check_sections(const Document& document, const RenderedText& body,
                    const std::vector<std::string>& sections, Diagnostics& diagnostics) {
  std::size_t last = 0;
  for (const std::string& section : sections) {
    const auto& headings = body.headings;
    const auto place = std::find_if(headings.begin(), headings.end(), [&](const Heading& heading) {
      return heading.level == 2 && heading.title == section;
    });
    const auto at = static_cast<std::size_t>(place - headings.begin());
    if (place == headings.end())
      diagnostics.add(Problem::missing_section, *document.file, {document.body.first_line, 1, 1},
                      "the section '" + section + "' is missing",
                      "add a line `## " + section + "`");
    else if (at < last)
      diagnostics.add(Problem::missing_section, *document.file, place->span,
                      "the section '" + section + "' stands too late or too early",
                      "keep the order of the sections that docs/content.md gives");
    else
      last = at;
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
  page.aliases = placed_words(values, "aliases");
  page.keywords = values.texts("keywords");
  page.related = placed_words(values, "related");
  if (context.texts) page.body = render_markdown(document.body, context.markdown, diagnostics);
  page.head = hash_all({page.id, page.title, page.summary});
  return true;
}

}  // namespace unclench::content
