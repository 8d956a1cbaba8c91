// Writes what the blocks of a text become: callouts, figures, and the marks of doses, movements and
// weights.
#pragma once

#include <string>
#include <vector>

#include "content/blocks.h"
#include "content/markdown.h"
#include "content/markdown_links.h"
#include "content/markdown_places.h"

namespace unclench::content {

class MarkdownBlocks {
 public:
  // `lines` are those of the whole text. What is written goes to the end of `html`, doses and
  // movements to `text`.
  MarkdownBlocks(const std::vector<BlockLine>& lines, const MarkdownOptions& options,
                 BodyReporter& reporter, MarkdownLinks& links, RenderedText& text,
                 std::string& html);

  // One of `lines`, when all that stands before it has been written.
  void take(const BlockLine& line);

  bool is_open() const { return open_ != nullptr; }
  bool is_open_without_end() const;

  // Reports text that stands in a block which holds none; `line` is its place in the body.
  void refuse_content(int line);

  // Closes the open block, whose end was forgotten.
  void end();

 private:
  void report(const Span& span, const std::string& message, const std::string& help);
  void open(const BlockLine& line);
  void close(const BlockLine& line);

  // Whether this block and those that it stands in have their ends.
  bool has_end(const BlockLine& block, int blocks_around) const;

  // `words` of its arguments have no key.
  void refuse_other_arguments(const BlockLine& line, const std::vector<std::string>& keys,
                              std::size_t words);
  void open_callout(const BlockLine& line);
  void open_figure(const BlockLine& line);
  void close_figure();
  void open_dose(const BlockLine& line);
  void open_movement(const BlockLine& line);

  const std::vector<BlockLine>& lines_;
  const MarkdownOptions& options_;
  BodyReporter& reporter_;
  MarkdownLinks& links_;
  RenderedText& text_;
  std::string& html_;
  const BlockLine* open_ = nullptr;
  int inner_blocks_ = 0;  // in the open one, which were reported
  std::size_t figure_start_ = 0;
};

}  // namespace unclench::content
