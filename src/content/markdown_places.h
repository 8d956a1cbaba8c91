// Where pieces of a Markdown text stand, which the parser says only for blocks.
#pragma once

#include <cmark.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/source_file.h"
#include "content/markdown.h"

namespace unclench::content {

// Spans count lines from the first of the body.
class MarkdownPlaces {
 public:
  explicit MarkdownPlaces(std::string_view source) : source_(source), places_(source) {}

  // A piece of source below a node, right behind the text before it if that is to be found:
  // searched for from where the last piece was.
  Span of_piece(cmark_node* node, std::string_view piece, std::string_view before = "");

  // The address of a link or a picture, as the parser gives it: behind its text, or where it is
  // defined.
  Span of_address(cmark_node* node, std::string_view address);

  // The title of a heading, behind its number signs.
  Span of_heading(cmark_node* heading, const std::string& title);

  // Pieces are searched for from the beginning again.
  void start_again() { cursor_ = 0; }

 private:
  std::size_t offset_of_line(int line);
  void enter(cmark_node* block);
  const Span* definition_of(std::string_view address);

  std::string_view source_;
  PlaceFinder places_;
  std::size_t cursor_ = 0;
  int known_line_ = 1;
  std::size_t known_offset_ = 0;
  cmark_node* block_ = nullptr;  // that the last address stood in
  std::size_t block_begin_ = 0, block_end_ = 0;
  std::optional<std::unordered_map<std::string_view, Span>> definitions_;  // by their addresses
};

// Reports problems of a body by spans in it.
class BodyReporter {
 public:
  BodyReporter(const Body& body, Diagnostics& diagnostics)
      : body_(body), diagnostics_(diagnostics) {}

  void report(Problem problem, Span span, const std::string& message,
              const std::string& help = "") {
    diagnostics_.add(problem, *body_.file, in_file(span), message, help);
  }

  // The same place, with lines from the first of the file.
  Span in_file(Span span) const {
    span.line += body_.first_line - 1;
    return span;
  }

 private:
  const Body& body_;
  Diagnostics& diagnostics_;
};

}  // namespace unclench::content
