// A Markdown file with front matter: parsed, and read as every kind of page.
#include "base/diagnostic_format.h"
#include "content/exercise.h"
#include "content/pages.h"
#include "content/shapes.h"
#include "fuzz/fuzz.h"

using namespace unclench;
using namespace unclench::content;

namespace {

const std::string path = "content/exercises/fuzzed.md";

Terms known_terms() {
  Terms terms;
  terms.set(Words::stages, {"spasm", "sore"});
  terms.set(Words::phases, {"calm", "move"});
  terms.set(Words::postures, {"supine", "prone"});
  terms.set(Words::surfaces, {"floor", "bed"});
  terms.set(Words::equipment, {"mat", "towel"});
  terms.set(Words::targets, {"hips", "core"});
  terms.set(Words::conditions, {"disc", "stenosis"});
  terms.set(Words::articles, {"top-10"});
  terms.set(Words::citations, {"cochrane", "top-10"});
  return terms;
}

void require_places(const PageText& page, const SourceFile& file) {
  for (const Heading& heading : page.body.headings)
    fuzz::require_inside(file.text, heading.span, "headings lie in the file");
  for (const LinkUse& link : page.body.links)
    fuzz::require_inside(file.text, link.span, "links lie in the file");
  for (const PlacedWord& alias : page.aliases)
    fuzz::require_inside(file.text, alias.span, "aliases lie in the file");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Terms terms = known_terms();
  static const MarkdownOptions markdown;
  const Bytes text{std::string(fuzz::as_text(data, size))};
  const FileTree files = {{path, text}};
  Diagnostics diagnostics;
  const Document document = parse_markdown_document(path, text, diagnostics);
  // The readers below check the shapes of their own kinds, and another fuzzer those of data files.
  check_shape(*document.file, document.front, translation_shape(), "", terms, diagnostics);
  const ReadContext context{terms, markdown, 0};
  const Exercise exercise = read_exercise(document, context, diagnostics);
  fuzz::require(exercise.movement.doses.size() == 2, "there is room for every stage's dose");
  for (const core::TargetWeight& target : exercise.movement.targets)
    fuzz::require(target.target >= 0 && target.target < 2, "targets are known");
  fuzz::require(exercise.movement.load >= 0 && exercise.movement.load <= 3, "loads are 0 to 3");
  for (const PageText& page :
       {PageText(exercise), PageText(read_article(document, context, diagnostics)),
        PageText(read_condition(document, context, diagnostics)),
        PageText(read_routine(document, context, diagnostics)),
        read_page(document, context, diagnostics)})
    require_places(page, *document.file);
  fuzz::require_sound(diagnostics, files);
  return 0;
}
