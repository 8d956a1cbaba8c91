#include "content/citations.h"

#include <algorithm>

namespace unclench::content {

std::vector<Reference> read_references(const Document& document, Diagnostics& diagnostics) {
  std::vector<Reference> references;
  if (document.broken) return references;
  Fields file(*document.file, document.front, "the references", diagnostics);
  for (const YamlEntry& entry : file.entries()) {
    if (entry.value.kind != YamlNode::Kind::mapping) {
      file.report(entry.value, "a reference must be a mapping with title and grade");
      continue;
    }
    Fields fields(*document.file, entry.value, "a reference", diagnostics);
    Reference reference;
    reference.key = entry.key.text;
    reference.title = fields.text("title");
    reference.url = fields.optional_text("url");
    reference.grade = fields.text("grade");
    reference.note = fields.optional_text("note");
    if (const YamlNode* url = fields.find("url"))
      if (url->text.rfind("https://", 0) != 0 && url->text.rfind("http://", 0) != 0)
        fields.report(*url, "'url' must begin with https:// or http://");
    if (const YamlNode* grade = fields.find("grade"))
      if (grade->text.size() != 1 || grade->text[0] < 'A' || grade->text[0] > 'D')
        fields.report(*grade, "'grade' must be A, B, C or D");
    fields.finish();
    references.push_back(std::move(reference));
  }
  return references;
}

Citations read_citations(Fields& fields, const std::string& key, const CitationKeys& known,
                         bool required) {
  Citations citations;
  if (required && !fields.require(key)) return citations;
  for (const YamlNode* node : fields.texts(key)) {
    if (known.complete &&
        std::find(known.keys.begin(), known.keys.end(), node->text) == known.keys.end())
      fields.report(*node, "'" + node->text + "' is not in references.yaml and is no article",
                    did_you_mean(node->text, known.keys));
    else
      citations.push_back(node->text);
  }
  return citations;
}

}  // namespace unclench::content
