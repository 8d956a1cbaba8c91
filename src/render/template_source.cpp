#include "render/template_source.h"

#include "content/html_space.h"

namespace unclench::render {
namespace {

using Kind = TemplatePiece::Kind;

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
      const std::size_t end = text_.find(close, at);
      if (end == std::string_view::npos) {
        report(span(at, 2), "this tag is not closed", "end it with " + std::string(close));
        return {};
      }
      from = end + close.size();
      const std::size_t inside = at + close.size();
      take(triple, text_.substr(inside, end - inside), span(at, from - at));
    }
    add_text(from, text_.size());
    for (const TemplatePiece& piece : open_)
      report(piece.span, "the section '" + piece.text + "' is not closed",
             "end it with {{/" + piece.text + "}}");
    return sound_ ? std::move(pieces_) : std::vector<TemplatePiece>();
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
    sound_ = false;
    diagnostics_.add(Problem::template_syntax, file_, span, message, help);
  }

  void add_text(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    std::string text = content::without_spare_space(text_.substr(begin, end - begin));
    if (!text.empty()) pieces_.push_back({Kind::text, std::move(text), {}});
  }

  void take(bool triple, std::string_view inside, Span span) {
    char sign = triple ? '&' : ' ';
    if (!triple && !inside.empty() &&
        std::string_view("#^/>!&=").find(inside[0]) != std::string_view::npos) {
      sign = inside[0];
      inside.remove_prefix(1);
    }
    if (sign == '!') return;
    const std::size_t first = inside.find_first_not_of(" \n\t");
    const std::size_t last = inside.find_last_not_of(" \n\t");
    const std::string name(
        first == std::string_view::npos ? "" : inside.substr(first, last - first + 1));
    if (sign == '=') return report(span, "other tag signs are not supported", "keep {{ and }}");
    if (name.empty()) return report(span, "this tag has no name");
    if (name.find_first_of(" \n\t{}") != std::string::npos)
      return report(span, "'" + name + "' is no name", "a tag holds one name");
    add_tag(sign, {Kind::variable, name, span});
  }

  void add_tag(char sign, TemplatePiece piece) {
    switch (sign) {
      case '#':
      case '^':
        piece.kind = sign == '#' ? Kind::section : Kind::inverted;
        open_.push_back(piece);
        break;
      case '/':
        piece.kind = Kind::end;
        close(piece);
        break;
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

  void close(const TemplatePiece& piece) {
    if (open_.empty()) return report(piece.span, "no section '" + piece.text + "' is open here");
    if (open_.back().text != piece.text)
      report(piece.span,
             "this closes '" + piece.text + "', but '" + open_.back().text + "' is open",
             "it was opened in line " + std::to_string(open_.back().span.line));
    open_.pop_back();
  }

  const SourceFile& file_;
  std::string_view text_;
  Span place_;
  PlaceFinder places_;
  bool exact_ = true;
  Diagnostics& diagnostics_;
  std::vector<TemplatePiece> pieces_;
  std::vector<TemplatePiece> open_;
  bool sound_ = true;
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
