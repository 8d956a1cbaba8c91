// Mustache templates: compiled once, checked for mistakes with their places, rendered into a
// buffer.
//
// Variables, sections, inverted sections, comments and partials work as in Mustache. Names are
// looked up from the innermost section outwards; one that nothing supplies is an error, not an
// empty text. {{>content}} in the layout stands for the page's own template. {{words.KEY}} stands
// for a text of the interface, which is a piece of template itself.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_tree.h"
#include "render/value.h"

namespace unclench::render {

// Stand in a page for what is not there because of a mistake, which was reported:
inline constexpr char unknown_mark = '\1';   // a text
inline constexpr char lost_mark = '\2';      // anything, with elements and their ids
inline constexpr char doubtful_mark = '\3';  // nothing, but what follows may stand there again

// A text of the interface, and where it stands.
struct Word {
  std::string text;
  Span span;
};

// The texts of one language: "builder.title" -> text.
struct WordList {
  std::shared_ptr<const SourceFile> file;
  std::map<std::string, Word> words;
};

class Templates {
 public:
  // Compiles every templates/NAME.mustache of the site folder; names that begin with an underscore
  // are partials. Unclosed and mismatched tags, unknown partials and unknown words are reported;
  // what is left can be rendered, with marks, so that all mistakes come out in one run. For a
  // translation, `own` are the words of the edition's own language: what these lack, too, is
  // reported with them.
  Templates(const FileTree& site, const std::string& root, const WordList& words,
            Diagnostics& diagnostics, const WordList* own = nullptr);
  ~Templates();
  Templates(Templates&&) noexcept;

  // Fills the named template into the layout, for values of the site and of the page. Names that
  // neither supplies are reported.
  std::string render_page(const std::string& name, const Value& site, const Value& page,
                          Diagnostics& diagnostics) const;

  // The same without the layout, for a partial or any other template.
  std::string render(const std::string& name, const Value& values, Diagnostics& diagnostics) const;

  // Whether there is a template of that name.
  bool has(const std::string& name) const;

  // Whether any template names this value.
  bool uses(std::string_view value) const;

  // Reports the template when there is none of that name.
  void require(const std::string& name, Diagnostics& diagnostics) const;

 private:
  struct Compiled;

  void require_content(Diagnostics& diagnostics) const;

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace unclench::render
