#include "content/fields.h"

#include <algorithm>
#include <charconv>

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

std::string between(int low, int high) {
  return "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
}

}  // namespace

Fields::Fields(const SourceFile& file, const YamlNode& mapping, std::string what,
               Diagnostics& diagnostics)
    : file_(&file), mapping_(&mapping), what_(std::move(what)), diagnostics_(&diagnostics) {}

void Fields::report(const YamlNode& node, const std::string& message, const std::string& help) {
  diagnostics_->add(*file_, node.span, message, help);
}

const YamlNode* Fields::find(const std::string& key) {
  known_.push_back(key);
  for (const YamlEntry& entry : mapping_->entries)
    if (entry.key.text == key) return &entry.value;
  return nullptr;
}

const YamlNode* Fields::require(const std::string& key) {
  const YamlNode* node = find(key);
  if (!node && absent_) return nullptr;
  if (!node) {
    // A key that is a slip of this one will be reported as unknown; once is enough.
    for (const YamlEntry& entry : mapping_->entries)
      if (did_you_mean(entry.key.text, {key}) != "") return nullptr;
    report(*mapping_, what_ + " needs '" + key + "'");
  } else if (node->is_null()) {
    report(*node, "'" + key + "' has no value");
    return nullptr;
  }
  return node;
}

std::string Fields::text(const std::string& key) {
  const YamlNode* node = require(key);
  if (!node) return "";
  if (node->kind != YamlNode::Kind::scalar) {
    report(*node, "'" + key + "' must be a text");
    return "";
  }
  if (node->text.empty()) report(*node, "'" + key + "' is empty");
  return node->text;
}

std::string Fields::optional_text(const std::string& key) {
  for (const YamlEntry& entry : mapping_->entries)
    if (entry.key.text == key) return text(key);
  known_.push_back(key);
  return "";
}

std::optional<int> Fields::whole_number(const YamlNode& node, const std::string& key, int low,
                                        int high) {
  int value = 0;
  const char* end = node.text.data() + node.text.size();
  const auto parsed = std::from_chars(node.text.data(), end, value);
  const bool whole = node.kind == YamlNode::Kind::scalar && node.plain &&
                     parsed.ec == std::errc() && parsed.ptr == end;
  if (whole && value >= low && value <= high) return value;
  report(node, "'" + key + "' must be " + between(low, high));
  return std::nullopt;
}

int Fields::number(const std::string& key, int low, int high) {
  const YamlNode* node = require(key);
  return node ? whole_number(*node, key, low, high).value_or(low) : low;
}

int Fields::number(const std::string& key, int low, int high, int fallback) {
  const YamlNode* node = find(key);
  return node ? whole_number(*node, key, low, high).value_or(fallback) : fallback;
}

bool Fields::flag(const std::string& key) {
  const YamlNode* node = find(key);
  if (!node) return false;
  if (node->text != "true" && node->text != "false")
    report(*node, "'" + key + "' must be true or false");
  return node->text == "true";
}

std::optional<core::Range> Fields::range_of(const YamlNode& node, const std::string& key, int low,
                                            int high) {
  if (node.kind != YamlNode::Kind::sequence) {
    const auto value = whole_number(node, key, low, high);
    return value ? std::optional(core::Range{*value, *value}) : std::nullopt;
  }
  if (node.items.size() != 2) {
    report(node, "'" + key + "' must be a number or a range of two, like [10, 30]");
    return std::nullopt;
  }
  const auto first = whole_number(node.items[0], key, low, high);
  const auto last = whole_number(node.items[1], key, low, high);
  if (!first || !last) return std::nullopt;
  if (*first > *last) {
    report(node.items[0], "the range of '" + key + "' runs backwards",
           "write [" + std::to_string(*last) + ", " + std::to_string(*first) + "]");
    return std::nullopt;
  }
  return core::Range{*first, *last};
}

core::Range Fields::range(const std::string& key, int low, int high) {
  const YamlNode* node = require(key);
  return node ? range_of(*node, key, low, high).value_or(core::Range{low, low})
              : core::Range{low, low};
}

core::Range Fields::range(const std::string& key, int low, int high, core::Range fallback) {
  const YamlNode* node = find(key);
  return node ? range_of(*node, key, low, high).value_or(fallback) : fallback;
}

std::vector<const YamlNode*> Fields::texts(const std::string& key) {
  std::vector<const YamlNode*> texts;
  const YamlNode* node = find(key);
  if (!node) return texts;
  if (node->kind != YamlNode::Kind::sequence) {
    report(*node, "'" + key + "' must be a list", "write [" + node->text + "]");
    return texts;
  }
  for (std::size_t i = 0; i < node->items.size(); ++i) {
    const YamlNode& item = node->items[i];
    if (item.kind != YamlNode::Kind::scalar || item.is_null())
      report(item, "'" + key + "' must be a list of texts");
    else if (std::any_of(texts.begin(), texts.end(),
                         [&](const YamlNode* other) { return other->text == item.text; }))
      report(item, "'" + item.text + "' stands in '" + key + "' twice");
    else
      texts.push_back(&item);
  }
  return texts;
}

Fields Fields::child(const YamlNode* node, const std::string& what) {
  if (node && node->kind != YamlNode::Kind::mapping) {
    if (!node->is_null()) report(*node, what + " must be a mapping of keys to values");
    node = nullptr;
  }
  Fields fields(*file_, node ? *node : empty_mapping(), what, *diagnostics_);
  fields.absent_ = node == nullptr;
  return fields;
}

Fields Fields::mapping(const std::string& key, const std::string& what) {
  return child(require(key), what);
}

Fields Fields::optional_mapping(const std::string& key, const std::string& what) {
  return child(find(key), what);
}

std::vector<Fields> Fields::mappings(const std::string& key, const std::string& what) {
  std::vector<Fields> children;
  const YamlNode* node = find(key);
  if (!node) return children;
  if (node->kind != YamlNode::Kind::sequence) {
    report(*node, "'" + key + "' must be a list");
    return children;
  }
  for (const YamlNode& item : node->items) {
    if (item.kind == YamlNode::Kind::mapping)
      children.push_back(child(&item, what));
    else
      report(item, what + " must be a mapping of keys to values");
  }
  return children;
}

const std::vector<YamlEntry>& Fields::entries() {
  for (const YamlEntry& entry : mapping_->entries) known_.push_back(entry.key.text);
  return mapping_->entries;
}

void Fields::finish() {
  for (const YamlEntry& entry : mapping_->entries)
    if (std::find(known_.begin(), known_.end(), entry.key.text) == known_.end())
      report(entry.key, "'" + entry.key.text + "' is not a field of " + what_,
             did_you_mean(entry.key.text, known_));
}

}  // namespace unclench::content
