#include "render/template_source.h"

#include <algorithm>

#include "content/html_space.h"
#include "render/template.h"

namespace unclench::render {
namespace {

using Kind = TemplatePiece::Kind;

constexpr std::string_view signs = "#^/>!&=";

class Cutter {
 public:
  Cutter(const SourceFile& file, std::string_view text, Span place, Diagnostics& diagnostics)
      : file_(file), text_(text), place_(place), places_(text), diagnostics_(diagnostics) {}

  // The text is the value of a YAML file, which may have been written in another way there. Then
  // every tag has the place of the whole.
  void find_in_file() {
    const std::string_view line = line_of(file_.text, place_.line);
    const std::size_t found = line.find(text_);
    exact_ = found != std::string_view::npos;
    if (exact_) place_.column = count_characters(line.substr(0, found)) + 1;
  }

  std::vector<TemplatePiece> run() {
    std::size_t from = 0;
    for (std::size_t at = text_.find("{{"); at != std::string_view::npos;
         at = text_.find("{{", from)) {
      add_text(from, at);
      const bool triple = text_.substr(at, 3) == "{{{";
      const std::string_view close = triple ? "}}}" : "}}";
      const std::size_t inside = at + close.size(), end = text_.find(close, inside);
      if (end == std::string_view::npos || holds_other_tag(text_.substr(inside, end - inside))) {
        report(span(at, 2), "this tag is not closed", "end it with " + std::string(close));
        from = mend_open_tag(triple, inside, span(at, 2));
      } else {
        from = end + close.size();
        take(triple, text_.substr(inside, end - inside), span(at, from - at));
      }
    }
    add_text(from, text_.size());
    for (const std::size_t open : open_)
      if (!pieces_[open].is_doubtful)
        report(pieces_[open].span, "the section '" + pieces_[open].text + "' is not closed",
               "end it with {{/" + pieces_[open].text + "}}");
    while (!open_.empty()) end_doubtful();
    return std::move(pieces_);
  }

 private:
  Span span(std::size_t offset, std::size_t length) {
    if (!exact_) return place_;
    Span span = places_.at(offset, length);
    if (span.line == 1) span.column += place_.column - 1;
    span.line += place_.line - 1;
    return span;
  }

  void report(Span span, const std::string& message, const std::string& help = "") {
    diagnostics_.add(Problem::template_syntax, file_, span, message, help);
  }

  void add_text(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    std::string text = content::without_spare_space(text_.substr(begin, end - begin));
    if (!text.empty()) pieces_.push_back({Kind::text, std::move(text), {}});
  }

  void add_mark(char mark) { pieces_.push_back({Kind::text, std::string(1, mark), {}}); }

  static bool is_comment(std::string_view inside) { return !inside.empty() && inside[0] == '!'; }

  static bool holds_other_tag(std::string_view inside) {
    return !is_comment(inside) && inside.find("{{") != std::string_view::npos;
  }

  static char sign_of(bool triple, std::string_view inside) {
    const bool has_sign = !triple && !inside.empty() && signs.find(inside[0]) != signs.npos;
    return triple ? '&' : has_sign ? inside[0] : ' ';
  }

  // The tag ends with its name. Returns where the text goes on.
  std::size_t mend_open_tag(bool triple, std::size_t inside, Span span) {
    const char sign = sign_of(triple, text_.substr(inside));
    if (sign != ' ' && !triple) ++inside;
    const std::size_t start = std::min(text_.find_first_not_of(" \t", inside), text_.size());
    const std::size_t end = std::min(text_.find_first_of(" \t\n{}<>\"", start), text_.size());
    take_doubtful(sign, {Kind::variable, std::string(text_.substr(start, end - start)), span});
    return std::min(text_.find_first_not_of('}', end), text_.size());
  }

  void take(bool triple, std::string_view inside, Span span) {
    const char sign = sign_of(triple, inside);
    if (sign == '!') return;
    if (sign != ' ' && !triple) inside.remove_prefix(1);
    const std::size_t first = inside.find_first_not_of(" \n\t");
    const std::size_t last = inside.find_last_not_of(" \n\t");
    TemplatePiece piece{
        Kind::variable,
        std::string(first == std::string_view::npos ? "" : inside.substr(first, last - first + 1)),
        span};
    const bool is_name =
        !piece.text.empty() && piece.text.find_first_of(" \n\t{}") == piece.text.npos;
    if (is_name && sign != '=') return add_tag(sign, std::move(piece));
    // The end of a section without a name was reported with its beginning.
    const bool ends_doubtful = sign == '/' && !open_.empty() && pieces_[open_.back()].is_doubtful &&
                               pieces_[open_.back()].text == piece.text;
    if (sign == '=')
      report(span, "other tag signs are not supported", "keep {{ and }}");
    else if (piece.text.empty() && !ends_doubtful)
      report(span, "this tag has no name");
    else if (!ends_doubtful)
      report(span, "'" + piece.text + "' is no name", "a tag holds one name");
    take_doubtful(sign, std::move(piece));
  }

  // A tag that was reported: sections begin and end where it says, and a mark stands for all else.
  void take_doubtful(char sign, TemplatePiece piece) {
    if (sign == '#' || sign == '^') {
      add_tag(sign, std::move(piece));
      pieces_.back().is_doubtful = true;
    } else if (sign == '/') {
      if (!open_.empty()) end_doubtful();
    } else {
      add_mark(sign == ' ' ? unknown_mark : lost_mark);
    }
  }

  void add_tag(char sign, TemplatePiece piece) {
    switch (sign) {
      case '#':
      case '^':
        piece.kind = sign == '#' ? Kind::section : Kind::inverted;
        open_.push_back(pieces_.size());
        break;
      case '/':
        piece.kind = Kind::end;
        return close(std::move(piece));
      case '>':
        piece.kind = Kind::partial;
        break;
      case '&':
        piece.kind = Kind::raw;
        break;
      default:
        break;
    }
    pieces_.push_back(std::move(piece));
  }

  void close(TemplatePiece piece) {
    const auto is_named = [&](std::size_t open) { return pieces_[open].text == piece.text; };
    if (!open_.empty() && is_named(open_.back())) {
      open_.pop_back();
      pieces_.push_back(std::move(piece));
      return;
    }
    // It is the end of what ended too early, at another tag.
    if (const auto ended = std::find(ended_.begin(), ended_.end(), piece.text);
        ended != ended_.end()) {
      ended_.erase(ended);
      return;
    }
    if (open_.empty()) return report(piece.span, "no section '" + piece.text + "' is open here");
    const TemplatePiece& last = pieces_[open_.back()];
    report(piece.span, "this closes '" + piece.text + "', but '" + last.text + "' is open",
           "it was opened in line " + std::to_string(last.span.line));
    if (std::none_of(open_.begin(), open_.end(), is_named)) {
      ended_.push_back(last.text);
      return end_doubtful();
    }
    while (!is_named(open_.back())) end_doubtful();
    open_.pop_back();
    pieces_.push_back(std::move(piece));
  }

  // Ends the innermost section at a place that need not be the right one.
  void end_doubtful() {
    TemplatePiece& open = pieces_[open_.back()];
    open.is_doubtful = true;
    open_.pop_back();
    pieces_.push_back({Kind::end, open.text, open.span});
  }

  const SourceFile& file_;
  std::string_view text_;
  Span place_;
  PlaceFinder places_;
  bool exact_ = true;
  Diagnostics& diagnostics_;
  std::vector<TemplatePiece> pieces_;
  std::vector<std::size_t> open_;   // the places of open sections among the pieces
  std::vector<std::string> ended_;  // sections that ended at a tag of another name
};

}  // namespace

std::vector<TemplatePiece> cut_template(const SourceFile& file, Diagnostics& diagnostics) {
  return Cutter(file, file.text, {1, 1, 1}, diagnostics).run();
}

std::vector<TemplatePiece> cut_template(const SourceFile& file, std::string_view text, Span place,
                                        Diagnostics& diagnostics) {
  Cutter cutter(file, text, place, diagnostics);
  cutter.find_in_file();
  return cutter.run();
}

}  // namespace unclench::render
