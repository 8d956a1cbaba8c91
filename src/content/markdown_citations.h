// The citations of a Markdown text, in Pandoc's form: [@KEY] or [@KEY; @OTHER].
#pragma once

#include "content/markdown_places.h"

namespace unclench::content {

// Cited where the editors found no source and took the careful side.
inline constexpr std::string_view editors_key = "editors";

// Puts marks in the place of the citations of a text and notes what each one supports: the last
// sentence before it. What cannot be read as a citation is reported.
class MarkdownCitations {
 public:
  // What is found goes into `text`. All of them outlive this.
  MarkdownCitations(MarkdownPlaces& places, BodyReporter& reporter, RenderedText& text)
      : places_(places), reporter_(reporter), text_(text) {}

  static bool may_have_any(std::string_view markdown) {
    return markdown.find("[@") != std::string_view::npos;
  }

  void replace_in(cmark_node* document);

 private:
  void replace_in_block(cmark_node* block);
  void replace_in_text(cmark_node* node, std::string& before);
  std::string pass_code(cmark_node* node);
  void pass_escaped(cmark_node* node, std::string_view text);
  void refuse_open(cmark_node* node, std::string_view piece);
  CitationUse read(cmark_node* node, std::string_view piece);

  MarkdownPlaces& places_;
  BodyReporter& reporter_;
  RenderedText& text_;
};

}  // namespace unclench::content
