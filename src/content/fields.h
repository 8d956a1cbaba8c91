// Typed access to a YAML mapping: every wrong, missing or unknown field is reported with its place.
#pragma once

#include <climits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "content/yaml.h"
#include "core/catalogue.h"

namespace unclench::content {

class Fields {
 public:
  // `what` names the mapping in messages: "an exercise", "a dose".
  Fields(const SourceFile& file, const YamlNode& mapping, std::string what,
         Diagnostics& diagnostics);

  // The value of a key, marked as known; null when it is missing. `require` reports that.
  const YamlNode* find(const std::string& key);
  const YamlNode* require(const std::string& key);

  std::string text(const std::string& key);           // required, not empty
  std::string optional_text(const std::string& key);  // empty when missing
  int number(const std::string& key, int low, int high);
  int number(const std::string& key, int low, int high, int fallback);
  bool flag(const std::string& key);  // false when missing

  // A number or a list of two, `[low, high]`.
  core::Range range(const std::string& key, int low, int high);
  core::Range range(const std::string& key, int low, int high, core::Range fallback);

  // A list of texts; a missing key is an empty list.
  std::vector<const YamlNode*> texts(const std::string& key);

  // Mappings below a key, as required or optional; a missing optional one has no entries.
  Fields mapping(const std::string& key, const std::string& what);
  Fields optional_mapping(const std::string& key, const std::string& what);
  std::vector<Fields> mappings(const std::string& key, const std::string& what);

  // The entries themselves, for mappings whose keys are ids. Marks all keys as known.
  const std::vector<YamlEntry>& entries();

  // Reports every key that nothing asked for.
  void finish();

  void report(const YamlNode& node, const std::string& message, const std::string& help = "");
  const YamlNode& node() const { return *mapping_; }
  const SourceFile& file() const { return *file_; }
  Diagnostics& diagnostics() { return *diagnostics_; }

 private:
  std::optional<int> whole_number(const YamlNode& node, const std::string& key, int low, int high);
  std::optional<core::Range> range_of(const YamlNode& node, const std::string& key, int low,
                                      int high);
  Fields child(const YamlNode* node, const std::string& what);

  const SourceFile* file_;
  const YamlNode* mapping_;
  std::string what_;
  bool absent_ = false;  // not there or no mapping, which was reported; nothing is required of it
  Diagnostics* diagnostics_;
  std::vector<std::string> known_;
};

// The index of the id among the terms; reports an unknown one, with the nearest, and returns -1.
template <typename Terms>
int resolve_term(Fields& fields, const YamlNode& node, const Terms& terms,
                 const std::string& what) {
  const int index = node.kind == YamlNode::Kind::scalar ? core::find_term(terms, node.text) : -1;
  if (index >= 0) return index;
  constexpr bool is_vocabulary = std::is_base_of_v<core::Term, typename Terms::value_type>;
  if (is_vocabulary && terms.empty()) return index;  // reported itself
  std::vector<std::string> ids;
  for (const auto& term : terms) ids.push_back(term.id);
  std::string help = did_you_mean(node.text, ids);
  if (help.empty() && ids.size() <= 12) {
    for (const std::string& id : ids) help += (help.empty() ? "use one of: " : ", ") + id;
  }
  fields.report(node, "'" + node.text + "' is not " + what, help);
  return -1;
}

template <typename Terms>
int require_term(Fields& fields, const std::string& key, const Terms& terms,
                 const std::string& what) {
  const YamlNode* node = fields.require(key);
  return node ? resolve_term(fields, *node, terms, what) : -1;
}

template <typename Terms>
core::Mask term_set(Fields& fields, const std::string& key, const Terms& terms,
                    const std::string& what) {
  core::Mask set = 0;
  for (const YamlNode* node : fields.texts(key)) {
    const int index = resolve_term(fields, *node, terms, what);
    if (index >= 0) set |= core::mask_of(index);
  }
  return set;
}

}  // namespace unclench::content
