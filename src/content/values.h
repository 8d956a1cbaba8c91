// Reading a mapping whose shape was checked: what was missing or wrong reads as empty.
#pragma once

#include <optional>

#include "content/terms.h"
#include "content/yaml.h"
#include "core/catalogue.h"

namespace unclench::content {

class Values {
 public:
  Values(const YamlNode& mapping, const Terms& terms) : mapping_(&mapping), terms_(&terms) {}

  const YamlNode* find(std::string_view key) const;
  const YamlNode& node() const { return *mapping_; }

  std::string text(std::string_view key) const;
  int number(std::string_view key, int fallback = 0) const;
  bool flag(std::string_view key) const;
  std::optional<core::Range> range(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;

  // The place of a word in its vocabulary; -1 for an unknown one.
  int term(std::string_view key, Words words) const;
  int term_of(const YamlNode& node, Words words) const;
  core::Mask term_set(std::string_view key, Words words) const;

  // The mapping below a key, and the mappings of a list; empty ones when they are missing.
  Values mapping(std::string_view key) const;
  std::vector<Values> mappings(std::string_view key) const;
  Values of(const YamlNode& node) const;
  const std::vector<YamlEntry>& entries() const { return mapping_->entries; }

 private:
  const YamlNode* mapping_;
  const Terms* terms_;
};

}  // namespace unclench::content
