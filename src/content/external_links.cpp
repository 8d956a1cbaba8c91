#include "content/external_links.h"

#include <algorithm>
#include <tuple>

namespace unclench::content {
namespace {

bool is_external(const std::string& text) {
  return text.rfind("https://", 0) == 0 || text.rfind("http://", 0) == 0;
}

class Collector {
 public:
  std::vector<ExternalLink> run(const LoadedEdition& loaded) {
    add_edition(loaded.edition);
    for (const Reference& reference : loaded.edition.references)
      if (is_external(reference.url))
        links_.push_back({reference.file->path, reference.url_span, reference.url});
    for (const DataFile& data : loaded.edition.data) add_node(*data.file, data.value);
    for (const auto& translation : loaded.translations) add_edition(translation.edition);
    const auto key = [](const ExternalLink& link) {
      return std::tie(link.path, link.span.line, link.span.column, link.url);
    };
    std::sort(links_.begin(), links_.end(),
              [&](const ExternalLink& a, const ExternalLink& b) { return key(a) < key(b); });
    return std::move(links_);
  }

 private:
  void add_edition(const Edition& edition) {
    add_texts(edition.exercises);
    add_texts(edition.conditions);
    add_texts(edition.articles);
    add_texts(edition.routines);
    add_texts(edition.guides);
    add_texts(edition.pages);
  }

  // A page that is not translated stands in each edition: it has a language then.
  template <typename T>
  void add_texts(const Shared<T>& pages) {
    for (const auto& page : pages)
      if (page->file && page->language.empty())
        for (const ExternalUse& use : page->body.external)
          links_.push_back({page->file->path, use.span, use.url});
  }

  void add_node(const SourceFile& file, const YamlNode& node) {
    if (node.kind == YamlNode::Kind::scalar && is_external(node.text))
      links_.push_back({file.path, node.span, node.text});
    for (const YamlNode& item : node.items) add_node(file, item);
    for (const YamlEntry& entry : node.entries) add_node(file, entry.value);
  }

  std::vector<ExternalLink> links_;
};

}  // namespace

std::vector<ExternalLink> external_links(const LoadedEdition& loaded) {
  return Collector().run(loaded);
}

}  // namespace unclench::content
