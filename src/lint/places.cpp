#include "lint/places.h"

#include <algorithm>

namespace unclench::lint {

using content::YamlEntry;
using content::YamlNode;

namespace {

// A sound edition has no problems, so none is lost.
Diagnostics& ignored() {
  thread_local Diagnostics diagnostics;
  return diagnostics;
}

}  // namespace

Places::Places(const content::PageText& page)
    : document_(content::parse_markdown_document(page.file->path, page.file->text, ignored())) {}

Places::Places(const SourceFile& file)
    : document_(content::parse_yaml_document(file.path, file.text, ignored())) {}

Places::Found Places::find(Path path) const {
  Found found{&document_.front, {}, true};
  for (std::string_view key : path) {
    const auto& entries = found.value->entries;
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [&](const YamlEntry& e) { return e.key.text == key; });
    if (entry == entries.end()) {
      found.complete = false;
      break;
    }
    found.value = &entry->value;
    found.key = entry->key.span;
  }
  return found;
}

Span Places::value(Path path) const {
  const Found found = find(path);
  return found.complete ? found.value->span : found.key;
}

Span Places::key(Path path) const {
  return find(path).key;
}

Span Places::item(Path path, std::string_view text) const {
  const Found found = find(path);
  for (const YamlNode& item : found.value->items)
    if (item.text == text) return item.span;
  return found.key;
}

}  // namespace unclench::lint
