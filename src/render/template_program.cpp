#include "render/template_program.h"

#include <algorithm>

#include "content/document.h"

namespace unclench::render {
namespace {

constexpr const char* content_name = "content";  // the partial that is the page's own template
constexpr const char* words_prefix = "words.";

// Partials and lists inside each other multiply. Far beyond any page, and within any memory:
constexpr std::size_t most_steps = 300'000;          // of a template with its partials
constexpr std::size_t longest_template = 16u << 20;  // bytes
constexpr std::size_t deepest_nesting = 200;         // of sections, partials and words

using Kind = TemplatePiece::Kind;

std::vector<std::string> path_of(const TemplatePiece& piece) {
  const std::string& name = piece.text;
  if (piece.kind == Kind::text || name == ".") return {};
  std::vector<std::string> path(1);
  for (char c : name) {
    if (c == '.')
      path.emplace_back();
    else
      path.back() += c;
  }
  return path;
}

class Compiler {
 public:
  Compiler(const TemplateSources& sources, MissingWords& missing, Diagnostics& diagnostics)
      : files_(sources.files),
        pieces_(sources.pieces),
        words_(sources.words),
        missing_(missing),
        diagnostics_(diagnostics) {}

  TemplateProgram compile(const std::string& name) {
    add_template(name);
    if (is_full_) {
      program_.clear();
      add_mark(lost_mark);
    }
    return std::move(program_);
  }

 private:
  void add_template(const std::string& name) {
    inside_.push_back(name);
    add_pieces(files_.at(name), pieces_.at(name));
    inside_.pop_back();
  }

  void add_pieces(const SourceFile& file, const std::vector<TemplatePiece>& pieces) {
    std::vector<std::size_t> open;
    for (const TemplatePiece& piece : pieces) {
      if (is_full_) return;
      size_ += piece.text.size();
      if (++steps_ > most_steps || size_ > longest_template)
        return refuse(file, piece, "this template is too large with all its partials");
      if (open_sections_ + inside_.size() > deepest_nesting)
        return refuse(file, piece, "sections and partials are nested too deeply here");
      if (piece.kind == Kind::partial &&
          (piece.text != content_name || inside_.front() != layout_template)) {
        add_partial(file, piece);
      } else if (piece.text.rfind(words_prefix, 0) == 0 &&
                 (piece.kind == Kind::variable || piece.kind == Kind::raw)) {
        add_words(file, piece);
      } else if (piece.kind == Kind::text && !program_.empty() &&
                 program_.back().kind == Kind::text) {
        program_.back().text += piece.text;
      } else {
        if (piece.kind == Kind::section || piece.kind == Kind::inverted) {
          open.push_back(program_.size());
          ++open_sections_;
        }
        if (piece.kind == Kind::end && !open.empty()) {
          program_[open.back()].end = program_.size();
          open.pop_back();
          --open_sections_;
        }
        program_.push_back(
            {piece.kind, piece.text, path_of(piece), 0, &file, piece.span, piece.is_doubtful});
      }
    }
  }

  void add_mark(char mark) {
    TemplateStep step;
    step.text = mark;
    program_.push_back(std::move(step));
  }

  void report(Problem problem, const SourceFile& file, const TemplatePiece& piece,
              const std::string& message, const std::string& help) {
    diagnostics_.add(problem, file, piece.span, message, help);
  }

  void refuse(const SourceFile& file, const TemplatePiece& piece, const std::string& message) {
    is_full_ = true;
    report(Problem::too_large, file, piece, message, "");
  }

  void add_partial(const SourceFile& file, const TemplatePiece& piece) {
    const bool known = pieces_.count(piece.text) > 0;
    const bool is_inside = std::find(inside_.begin(), inside_.end(), piece.text) != inside_.end();
    if (known && piece.text[0] == '_' && !is_inside) return add_template(piece.text);
    add_mark(lost_mark);
    if (!known) {
      std::vector<std::string> names;
      for (const auto& [name, other] : pieces_) names.push_back(name);
      report(Problem::missing_template, file, piece, "there is no template '" + piece.text + "'",
             did_you_mean(piece.text, names));
    } else if (piece.text[0] != '_') {
      report(Problem::template_syntax, file, piece, "'" + piece.text + "' is no partial",
             "begin its name with an underscore");
    } else {
      report(Problem::template_cycle, file, piece, "this template ends up in itself", "");
    }
  }

  void add_words(const SourceFile& file, const TemplatePiece& piece) {
    const std::string key = piece.text.substr(std::string(words_prefix).size());
    const auto word = words_.words.find(key);
    if (word == words_.words.end()) {
      add_mark(lost_mark);
      missing_[key].try_emplace({file.path, piece.span.line, piece.span.column},
                                PlacedTag{&file, piece.span});
      return;
    }
    if (std::find(inside_.begin(), inside_.end(), piece.text) != inside_.end()) {
      add_mark(lost_mark);
      report(Problem::template_cycle, file, piece, "these words end up in themselves", "");
      return;
    }
    std::vector<TemplatePiece> pieces =
        cut_template(*words_.file, word->second.text, word->second.span, diagnostics_);
    if (begins_attribute()) write_out_quotes(pieces);
    inside_.push_back(piece.text);
    add_pieces(*words_.file, pieces);
    inside_.pop_back();
  }

  // Whether what comes next is the value of an attribute.
  bool begins_attribute() const {
    return !program_.empty() && program_.back().kind == Kind::text &&
           has_ending(program_.back().text, "=\"");
  }

  static void write_out_quotes(std::vector<TemplatePiece>& pieces) {
    for (TemplatePiece& piece : pieces) {
      if (piece.kind != Kind::text) continue;
      for (std::size_t at = piece.text.find('"'); at != std::string::npos;
           at = piece.text.find('"', at))
        piece.text.replace(at, 1, "&quot;");
    }
  }

  const std::map<std::string, SourceFile>& files_;
  const std::map<std::string, std::vector<TemplatePiece>>& pieces_;
  const WordList& words_;
  MissingWords& missing_;
  Diagnostics& diagnostics_;
  std::vector<std::string> inside_;
  TemplateProgram program_;
  std::size_t steps_ = 0, size_ = 0, open_sections_ = 0;  // of the template so far
  bool is_full_ = false;
};

}  // namespace

TemplateProgram compile_template(const std::string& name, const TemplateSources& sources,
                                 MissingWords& missing, Diagnostics& diagnostics) {
  return Compiler(sources, missing, diagnostics).compile(name);
}

}  // namespace unclench::render
