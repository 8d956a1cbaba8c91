#include "content/explanations.h"

#include <algorithm>

#include "content/shapes.h"
#include "content/shipped_explanations.h"
#include "content/values.h"

namespace unclench::content {
namespace {

class Reader {
 public:
  Reader(const Document& document, const Terms& terms, core::Explanations& explanations,
         Diagnostics& diagnostics)
      : file_(*document.file),
        values_(document.front, terms),
        explanations_(explanations),
        diagnostics_(diagnostics) {}

  void read() {
    const Values lists = values_.mapping("lists");
    read_text(lists, "both", {"first", "last"}, explanations_.both);
    read_text(lists, "either", {"first", "last"}, explanations_.either);
    read_text(lists, "more", {"first", "last"}, explanations_.more);
    read_text(values_, "title", {"title"}, explanations_.title);
    const Values numbers = values_.mapping("numbers");
    for (std::size_t n = 0; n < core::number_count; ++n) {
      const auto slot = static_cast<core::Slot>(core::first_number + n);
      const Values forms = numbers.mapping(core::slot_id(slot));
      read_text(forms, "one", {"number"}, explanations_.numbers[n].one);
      read_text(forms, "other", {"number"}, explanations_.numbers[n].other);
    }
    const Values phrases = values_.mapping("phrases");
    for (std::size_t p = 0; p < core::phrase_count; ++p) {
      const core::PhraseKind& kind = core::kind_of(static_cast<core::PhraseId>(p));
      std::vector<std::string> names;
      for (core::Slot slot : kind.slots) names.emplace_back(core::slot_id(slot));
      read_text(phrases, kind.id, names, explanations_.phrases[p]);
    }
  }

 private:
  void read_text(const Values& values, const char* key, const std::vector<std::string>& names,
                 std::string& text) {
    const YamlNode* node = values.find(key);
    if (!node || node->kind != YamlNode::Kind::scalar) return;
    text = node->text;
    for (std::size_t open = text.find('{'); open != std::string::npos;
         open = text.find('{', open + 1)) {
      const std::string name = text.substr(open + 1, text.find('}', open) - open - 1);
      if (std::find(names.begin(), names.end(), name) == names.end())
        report(*node, key, name, names);
    }
  }

  void report(const YamlNode& node, const std::string& key, const std::string& name,
              const std::vector<std::string>& names) {
    std::string help = did_you_mean(name, names);
    if (help.empty()) {
      for (const std::string& known : names) help += (help.empty() ? "{" : ", {") + known + "}";
      help = names.empty() ? "it has none" : "it has " + help;
    }
    diagnostics_.add(Problem::unknown_word, file_, node.span,
                     "'" + key + "' has no '{" + name + "}'", help);
  }

  const SourceFile& file_;
  Values values_;
  core::Explanations& explanations_;
  Diagnostics& diagnostics_;
};

}  // namespace

const core::Explanations& shipped_explanations() {
  static const core::Explanations shipped = [] {
    core::Explanations explanations;
    Diagnostics diagnostics;
    read_explanations(
        parse_yaml_document("explanations.yaml", Bytes(shipped_explanations_yaml), diagnostics),
        explanations, diagnostics);
    return explanations;
  }();
  return shipped;
}

void read_explanations(const Document& document, core::Explanations& explanations,
                       Diagnostics& diagnostics) {
  if (document.broken) return;
  const Terms no_words;
  check_shape(*document.file, document.front, explanations_shape(), "", no_words, diagnostics);
  Reader(document, no_words, explanations, diagnostics).read();
}

}  // namespace unclench::content
