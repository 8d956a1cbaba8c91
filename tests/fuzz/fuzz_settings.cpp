// site.yaml and the interface's words, which follow behind a line "=== words/en.yaml"; also other
// languages' words.
#include "base/diagnostic_format.h"
#include "content/document.h"
#include "content/model.h"
#include "content/planner_settings.h"
#include "content/vocabulary.h"
#include "fuzz/fuzz.h"
#include "render/settings.h"
#include "render/words.h"

using namespace unclench;
using namespace unclench::render;

namespace {

void use_phrases(const Phrases& phrases) {
  core::Movement movement;
  movement.sides = 2;
  core::DoseRange dose;
  dose.hold = {60, 120};
  dose.repetitions = {2, 2};
  dose.sets = {1, 3};
  dose.rest = 30;
  phrases.dose(movement, dose);
  dose.rest = 0;
  dose.hold = {0, 0};
  phrases.dose(movement, dose);
  phrases.seconds({1, 1});
  phrases.get("source_note", {"{1}", "{0}"});
}

// The other files that are plain YAML.
void read_as_vocabulary(const FileTree& files, Diagnostics& diagnostics) {
  content::Edition edition;
  content::Terms terms;
  const auto file = [&](const char* name) {
    return content::yaml_file(files, "site", name, diagnostics);
  };
  content::read_vocabulary(file("site.yaml"), edition, terms, diagnostics);
  content::read_planner_settings(file("planner.yaml"), terms, edition.terms, diagnostics);
  content::read_references(file("site.yaml"), terms, diagnostics);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const FileTree files = fuzz::split_files(fuzz::as_text(data, size), "site.yaml");
  FileTree named;
  for (const auto& [path, bytes] : files) named["site/" + path] = bytes;
  Diagnostics diagnostics;
  const Settings settings = read_settings(files, "site", diagnostics);
  if (!settings.base_url.empty()) {
    const std::string path = path_of_url(settings.base_url);
    fuzz::require(path.front() == '/' && path.back() == '/', "bases begin and end with a slash");
  }
  std::vector<std::string> languages = settings.languages;
  languages.push_back(settings.language);
  for (const std::string& language : languages) {
    const WordList words = read_words(files, "site", language, diagnostics);
    use_phrases(Phrases(words, diagnostics));
  }
  read_as_vocabulary(files, diagnostics);
  fuzz::require_sound(diagnostics, named);
  return 0;
}
