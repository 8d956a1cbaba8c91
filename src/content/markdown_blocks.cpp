#include "content/markdown_blocks.h"

#include <algorithm>

namespace unclench::content {
namespace {

const std::vector<std::string>& block_names() {
  static const std::vector<std::string> names = {"note", "tip",      "warning", "figure",
                                                 "dose", "movement", "weights"};
  return names;
}

bool holds_nothing(const std::string& block) {
  return block == "dose" || block == "movement" || block == "weights";
}

// The place-th argument of that key; null when it is not there.
const BlockArgument* argument_of(const BlockLine& line, const std::string& key,
                                 std::size_t place = 0) {
  for (const BlockArgument& argument : line.arguments)
    if (argument.key == key && place-- == 0) return &argument;
  return nullptr;
}

}  // namespace

MarkdownBlocks::MarkdownBlocks(const std::vector<BlockLine>& lines, const MarkdownOptions& options,
                               BodyReporter& reporter, MarkdownLinks& links, RenderedText& text,
                               std::string& html)
    : lines_(lines),
      options_(options),
      reporter_(reporter),
      links_(links),
      text_(text),
      html_(html) {}

void MarkdownBlocks::take(const BlockLine& line) {
  if (line.closes())
    close(line);
  else
    open(line);
}

void MarkdownBlocks::refuse_content(int line) {
  if (open_ && holds_nothing(open_->name))
    report({line, 1, 1}, "the block '" + open_->name + "' has nothing between its two lines",
           "write the text below the block");
}

bool MarkdownBlocks::is_open_without_end() const {
  return open_ && !has_end(*open_, 0);
}

void MarkdownBlocks::end() {
  report(open_->name_span, "this block is not closed", "end it with a line of three colons");
  inner_blocks_ = 0;
  close(*open_);
}

void MarkdownBlocks::report(const Span& span, const std::string& message, const std::string& help) {
  reporter_.report(Problem::bad_block, span, message, help);
}

void MarkdownBlocks::open(const BlockLine& line) {
  if (open_) {
    report(line.name_span, "a block cannot stand in another one",
           "close the block of line " + std::to_string(reporter_.in_file(open_->name_span).line) +
               " first");
    if (has_end(line, 1)) {
      ++inner_blocks_;
      return;
    }
    close(*open_);  // its end was forgotten
  }
  const auto& names = block_names();
  open_ = &line;
  if (std::find(names.begin(), names.end(), line.name) == names.end()) {
    std::string help = did_you_mean(line.name, names);
    if (help.empty()) help = "use one of: note, tip, warning, figure, dose, movement, weights";
    report(line.name_span, "there is no block '" + line.name + "'", help);
  } else if (line.name == "figure") {
    open_figure(line);
  } else if (line.name == "dose") {
    open_dose(line);
  } else if (line.name == "movement") {
    open_movement(line);
  } else if (line.name == "weights") {
    refuse_other_arguments(line, {}, 0);
    html_ += weights_mark;
  } else {
    open_callout(line);
  }
}

void MarkdownBlocks::open_callout(const BlockLine& line) {
  html_ += "<aside class=\"callout callout--" + line.name + "\" role=\"note\">";
  const auto usual = options_.block_titles.find(line.name);
  const std::string title =
      !line.rest.empty() || usual == options_.block_titles.end() ? line.rest : usual->second;
  if (!title.empty()) html_ += "<p class=\"callout-title\">" + escape_html(title) + "</p>";
}

bool MarkdownBlocks::has_end(const BlockLine& block, int blocks_around) const {
  int open = blocks_around;
  auto line = static_cast<std::size_t>(&block - lines_.data());
  do open += lines_[line].closes() ? -1 : 1;
  while (open > 0 && ++line < lines_.size());
  return open == 0;
}

void MarkdownBlocks::close(const BlockLine& line) {
  if (inner_blocks_ > 0 && line.closes()) {
    --inner_blocks_;
    return;
  }
  if (!open_) {
    report({line.name_span.line, 1, 3}, "no block is open here", "open one with `::: NAME`");
    return;
  }
  if (open_->name == "figure")
    close_figure();
  else if (open_->name == "note" || open_->name == "tip" || open_->name == "warning")
    html_ += "</aside>";
  open_ = nullptr;
}

void MarkdownBlocks::refuse_other_arguments(const BlockLine& line,
                                            const std::vector<std::string>& keys,
                                            std::size_t words) {
  for (const BlockArgument& argument : line.arguments) {
    if (argument.is_open)
      report(argument.span, "this quote is not closed", "end the text with the same quote");
    if (argument.key.empty() && words > 0)
      --words;
    else if (argument.key.empty() ||
             std::find(keys.begin(), keys.end(), argument.key) == keys.end())
      report(argument.key.empty() ? argument.span : argument.key_span,
             "'" + (argument.key.empty() ? argument.value : argument.key) +
                 "' means nothing to the block '" + line.name + "'",
             did_you_mean(argument.key, keys));
  }
}

void MarkdownBlocks::open_figure(const BlockLine& line) {
  const BlockArgument* path = argument_of(line, "");
  const BlockArgument* alt = argument_of(line, "alt");
  refuse_other_arguments(line, {"alt"}, 1);
  if (!path)
    report(line.name_span, "this figure names no picture",
           "write `::: figure ../images/NAME.svg alt=\"what it shows\"`");
  if (!alt || alt->value.find_first_not_of(' ') == std::string::npos)
    reporter_.report(Problem::bad_image, line.name_span, "this picture has no description",
                     "say what it shows: alt=\"…\"");
  const Image* image = path ? links_.find_image(path->value, path->span) : nullptr;
  html_ += "<figure>";
  if (image) html_ += image_tag(*image, alt ? alt->value : "", "");
  figure_start_ = html_.size();
}

void MarkdownBlocks::close_figure() {
  if (html_.size() > figure_start_) {
    html_.insert(figure_start_, "<figcaption>");
    html_ += "</figcaption>";
  }
  html_ += "</figure>";
}

void MarkdownBlocks::open_dose(const BlockLine& line) {
  const BlockArgument* exercise = argument_of(line, "");
  const BlockArgument* stage = argument_of(line, "", 1);
  refuse_other_arguments(line, {}, 2);
  if (!exercise) {
    report(line.name_span, "this dose names no exercise",
           "write `::: dose EXERCISE` or `::: dose EXERCISE STAGE`");
    return;
  }
  const Span span = reporter_.in_file(exercise->span);
  html_ += dose_mark(text_.doses.size());
  text_.doses.push_back({span, exercise->value, stage ? stage->value : "",
                         stage ? reporter_.in_file(stage->span) : Span()});
}

void MarkdownBlocks::open_movement(const BlockLine& line) {
  const BlockArgument* name = argument_of(line, "");
  refuse_other_arguments(line, {}, 1);
  if (!name) {
    report(line.name_span, "this block names no movement",
           "write `::: movement EXERCISE`, or a change of position of figures.yaml");
    return;
  }
  html_ += movement_mark(text_.movements.size());
  text_.movements.push_back({reporter_.in_file(name->span), name->value});
}

}  // namespace unclench::content
