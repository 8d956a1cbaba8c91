#include "figure/shipped.h"

#include <doctest/doctest.h>

#include "base/diagnostic_format.h"
#include "content/edition.h"

namespace unclench::figure::tests {

const Shipped& shipped() {
  static const Shipped all = [] {
    Diagnostics diagnostics;
    const FileTree files = read_tree(UNCLENCH_SOURCE_DIR "/content", diagnostics);
    content::EditionOptions options;
    options.texts = false;
    options.drafts = true;
    content::EditionMemory memory;
    const content::Edition edition =
        content::load_edition(files, options, memory, diagnostics).edition;
    CHECK(format_diagnostics(diagnostics, DiagnosticFormat::text, false) == "0 errors\n");
    Shipped result;
    for (const auto& exercise : edition.exercises)
      if (exercise->figure) result.exercises.push_back(exercise->figure);
    result.changes = edition.position_changes;
    return result;
  }();
  return all;
}

}  // namespace unclench::figure::tests
