#include "content/values.h"

#include "content/text_form.h"

namespace unclench::content {
namespace {

const YamlNode& empty_mapping() {
  static const YamlNode node = [] {
    YamlNode empty;
    empty.kind = YamlNode::Kind::mapping;
    return empty;
  }();
  return node;
}

}  // namespace

const YamlNode* Values::find(std::string_view key) const {
  for (const YamlEntry& entry : mapping_->entries)
    if (entry.key.text == key) return &entry.value;
  return nullptr;
}

std::string Values::text(std::string_view key) const {
  const YamlNode* node = find(key);
  return node && !node->is_null() ? node->text : "";
}

int Values::number(std::string_view key, int fallback) const {
  const YamlNode* node = find(key);
  return node ? whole_number(*node).value_or(fallback) : fallback;
}

bool Values::flag(std::string_view key) const {
  const YamlNode* node = find(key);
  return node && node->text == "true";
}

std::optional<core::Range> Values::range(std::string_view key) const {
  const YamlNode* node = find(key);
  if (!node) return std::nullopt;
  const bool pair = node->items.size() == 2;
  const auto low = whole_number(pair ? node->items[0] : *node);
  const auto high = whole_number(pair ? node->items[1] : *node);
  if (!low || !high) return std::nullopt;
  return core::Range{*low, *high};
}

std::vector<std::string> Values::texts(std::string_view key) const {
  std::vector<std::string> texts;
  if (const YamlNode* node = find(key))
    for (const YamlNode& item : node->items) texts.push_back(item.text);
  return texts;
}

int Values::term_of(const YamlNode& node, Words words) const {
  return node.kind == YamlNode::Kind::scalar ? terms_->find(words, node.text) : -1;
}

int Values::term(std::string_view key, Words words) const {
  const YamlNode* node = find(key);
  return node ? term_of(*node, words) : -1;
}

core::Mask Values::term_set(std::string_view key, Words words) const {
  core::Mask set = 0;
  if (const YamlNode* node = find(key))
    for (const YamlNode& item : node->items) {
      const int place = term_of(item, words);
      if (place >= 0 && place < 32) set |= core::mask_of(place);
    }
  return set;
}

Values Values::of(const YamlNode& node) const {
  return {node.kind == YamlNode::Kind::mapping ? node : empty_mapping(), *terms_};
}

Values Values::mapping(std::string_view key) const {
  const YamlNode* node = find(key);
  return of(node ? *node : empty_mapping());
}

std::vector<Values> Values::mappings(std::string_view key) const {
  std::vector<Values> list;
  if (const YamlNode* node = find(key))
    for (const YamlNode& item : node->items)
      if (item.kind == YamlNode::Kind::mapping) list.push_back(of(item));
  return list;
}

}  // namespace unclench::content
