// Templates as programs: what the writing of a page does, step by step.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "render/template.h"
#include "render/template_source.h"

namespace unclench::render {

inline constexpr const char* layout_template = "layout";

// Partials and words are steps of the template that uses them.
struct TemplateStep {
  using Kind = TemplatePiece::Kind;

  Kind kind = Kind::text;         // partial: the page's own template
  std::string text;               // text: as it is written out; otherwise the name
  std::vector<std::string> path;  // the name at its dots; none for text and for the item itself
  std::size_t end = 0;            // sections: the step of their end
  const SourceFile* file = nullptr;
  Span span;
  bool is_doubtful = false;  // as that of the piece
  Key first = "";            // of the path; set when the program has its place in memory
};
using TemplateProgram = std::vector<TemplateStep>;

// Where words are asked for that are not there: by their key and by the tag's path and place.
struct PlacedTag {
  const SourceFile* file;
  Span span;
};
using MissingWords = std::map<std::string, std::map<std::tuple<std::string, int, int>, PlacedTag>>;

// The templates of a site by their names, as they are written.
struct TemplateSources {
  const std::map<std::string, SourceFile>& files;
  const std::map<std::string, std::vector<TemplatePiece>>& pieces;
  const WordList& words;
};

// The program of a template with all its partials and words. Words that cannot be found are added
// to the list. Partials that cannot be found, what ends up in itself and what becomes too large is
// reported.
TemplateProgram compile_template(const std::string& name, const TemplateSources& sources,
                                 MissingWords& missing, Diagnostics& diagnostics);

}  // namespace unclench::render
