// The shipped content is sound, and one thing broken in it is reported at its place.
#include "content/edition.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/diagnostic_format.h"

using namespace unclench;
using namespace unclench::content;

namespace {

const FileTree& shipped() {
  static const FileTree tree = [] {
    Diagnostics diagnostics;
    FileTree files = read_tree(UNCLENCH_SOURCE_DIR "/content", diagnostics);
    REQUIRE(diagnostics.empty());
    return files;
  }();
  return tree;
}

constexpr const char* bridge = "exercises/bridge.md";
constexpr const char* press_up = "exercises/prone-press-up.md";

// The shipped content with something changed.
class Edited {
 public:
  Edited& replace(const std::string& path, const std::string& from, const std::string& to) {
    std::string text = tree_[path];
    const std::size_t at = text.find(from);
    CAPTURE(path);
    CAPTURE(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    tree_[path] = text;
    return *this;
  }
  Edited& write(const std::string& path, const std::string& text) {
    tree_[path] = text;
    return *this;
  }
  Edited& remove(const std::string& path) {
    tree_.erase(path);
    return *this;
  }
  // Takes out the line that begins like this, and what is indented below it.
  Edited& cut(const std::string& path, const std::string& line) {
    std::string text = tree_[path];
    const std::size_t start = text.find("\n" + line) + 1;
    REQUIRE(start != 0);
    const std::size_t indent = line.find_first_not_of(' ');
    std::size_t end = text.find('\n', start) + 1;
    while (text.find_first_not_of(' ', end) > end + indent) end = text.find('\n', end) + 1;
    text.erase(start, end - start);
    tree_[path] = text;
    return *this;
  }

  std::string problems() const {
    Diagnostics diagnostics;
    load_edition(tree_, "content", diagnostics);
    return format_diagnostics(diagnostics);
  }

  // A diagnostic about what stands between « and » in this stretch of the file.
  std::string error(const std::string& path, const std::string& marked, const std::string& message,
                    const std::string& help = "") const {
    const std::string& text = tree_.at(path);
    const std::size_t found = text.find(without_marks(marked));
    CAPTURE(marked);
    REQUIRE(found != std::string::npos);
    const std::size_t open = marked.find("«"), close = marked.find("»");
    const std::string_view about = std::string_view(marked).substr(open + 2, close - open - 2);
    const Span span = span_at(text, found + open, about.size());
    const std::string line(line_of(text, span.line));
    const auto before = static_cast<std::size_t>(span.column - 1);
    const auto length = static_cast<std::size_t>(std::max(1, count_characters(about)));
    return "content/" + path + ":" + std::to_string(span.line) + ":" + std::to_string(span.column) +
           ": error: " + message + "\n" +
           (line.empty() ? ""
                         : "  " + line + "\n  " + std::string(before, ' ') + "^" +
                               std::string(length - 1, '~') + "\n") +
           (help.empty() ? "" : "  help: " + help + "\n");
  }

  static std::string without_marks(std::string text) {
    for (const std::string mark : {"«", "»"})
      if (const std::size_t at = text.find(mark); at != std::string::npos)
        text.erase(at, mark.size());
    return text;
  }

 private:
  FileTree tree_ = shipped();
};

std::string one(const std::string& error) {
  return error + "1 error\n";
}

// Puts `to` in the place of `from`; then what stands between its marks is the one thing wrong.
void check(const std::string& path, const std::string& from, const std::string& to,
           const std::string& message, const std::string& help = "") {
  const Edited edited = Edited().replace(path, from, Edited::without_marks(to));
  CHECK(edited.problems() == one(edited.error(path, to, message, help)));
}

}  // namespace

TEST_CASE("the shipped content has no errors") {
  CHECK(Edited().problems() == "0 errors\n");
}

TEST_CASE("the shipped content holds all five articles with their 23 entries") {
  Diagnostics diagnostics;
  const LoadedEdition loaded = load_edition(shipped(), "content", diagnostics);
  const Edition& edition = loaded.edition;
  std::size_t entries = 0, steps = 0, published = 0;
  for (const auto& exercise : edition.exercises) entries += exercise->entries.size();
  for (const auto& routine : edition.routines) {
    steps += routine->steps.size();
    if (routine->article >= 0) ++published;
  }
  CHECK(edition.articles.size() == 5);
  CHECK(published == 5);
  CHECK(entries == 23);
  CHECK(steps == 23);
}

TEST_CASE("exercises stand in the order of their numbers, each with every condition") {
  Diagnostics diagnostics;
  const LoadedEdition loaded = load_edition(shipped(), "content", diagnostics);
  const Edition& edition = loaded.edition;
  const core::Catalogue catalogue = planning_catalogue(edition);
  REQUIRE(edition.exercises.size() == catalogue.movements.size());
  for (std::size_t i = 0; i < edition.exercises.size(); ++i) {
    CHECK(edition.exercises[i]->id == catalogue.movements[i].id);
    CHECK(catalogue.movements[i].conditions.size() == edition.conditions.size());
    CHECK(edition.find_exercise(edition.exercises[i]->id) == edition.exercises[i].get());
    if (i > 0) CHECK(edition.exercises[i - 1]->order <= edition.exercises[i]->order);
  }
  CHECK(edition.find_exercise("nothing") == nullptr);
}

TEST_CASE("an unknown word is reported with the nearest one, or with all") {
  check(bridge, "phase: strengthen", "phase: «strenghten»",
        "'strenghten' is not a phase [unknown-word]", "did you mean 'strengthen'?");
  check(bridge, "direction: neutral", "direction: «sideways»",
        "'sideways' is not a direction [unknown-word]",
        "use one of: neutral, flexion, extension, rotation");
  check(bridge, "surfaces: [floor, bed]", "surfaces: [«flor»]",
        "'flor' is not a surface [unknown-word]", "did you mean 'floor'?");
  check(bridge, "  helps: [mat]", "  helps: [«carpet»]",
        "'carpet' is not a piece of equipment [unknown-word]",
        "use one of: chair, ottoman, exercise-ball, mat, pillow, towel, wall");
  check(bridge, "  well: { hold: [5, 10]", "  «wel»: { hold: [5, 10]",
        "'wel' is not a stage [unknown-word]", "did you mean 'well'?");
  check(bridge, "targets: { glutes: 3", "targets: { «glute»: 3",
        "'glute' is not a target [unknown-word]", "did you mean 'glutes'?");
}

TEST_CASE("a missing field is reported at the beginning of the front matter") {
  const Edited edited = Edited().cut(bridge, "load:");
  CHECK(edited.problems() ==
        one(edited.error(bridge, "«t»itle: ", "an exercise needs 'load' [missing-field]")));
}

TEST_CASE("a mistyped field is reported once, as what was meant") {
  check(bridge, "summary: ", "«sumary»: ", "'sumary' is not a field of an exercise [unknown-field]",
        "did you mean 'summary'?");
}

TEST_CASE("a field that is not known is reported") {
  check(bridge, "load: 2", "load: 2\n«colour»: red",
        "'colour' is not a field of an exercise [unknown-field]");
  check(bridge, "  well: { hold: [5, 10]", "  well: { «speed»: 1, hold: [5, 10]",
        "'speed' is not a field of a dose [unknown-field]");
}

TEST_CASE("a field that is given twice is reported where it stands again") {
  const Edited edited = Edited().replace(bridge, "load: 2\n", "load: 2\nload: 1\n");
  CHECK(
      edited.problems().find("error: 'load' is given twice [repeated-key]\n  load: 1\n  ^~~~\n") !=
      std::string::npos);
}

TEST_CASE("a field without a value is reported") {
  check(bridge, "title: Bridge", "title:«»", "'title' has no value [empty-value]");
  check(bridge, "title: Bridge", "title: «\"\"»", "'title' is empty [empty-value]");
  check(bridge, "title: Bridge", "title: «[»Bridge]", "'title' must be a text [wrong-type]");
}

TEST_CASE("a number that is too large or no whole number is reported") {
  const auto check_load = [](const std::string& value, const std::string& id) {
    check(bridge, "load: 2", "load: «" + value + "»",
          "'load' must be a whole number from 0 to 3 [" + id + "]",
          value[0] == '"' ? "write it without quotes" : "");
  };
  for (const char* value : {"4", "-1"}) check_load(value, "out-of-range");
  for (const char* value : {"two", "\"2\"", "2.0", "1e0", "99999999999"})
    check_load(value, "wrong-type");
}

TEST_CASE("a list is written as a list, without repeats") {
  check(bridge, "surfaces: [floor, bed]", "surfaces: «floor»",
        "'surfaces' must be a list [wrong-type]", "write [floor]");
  check(bridge, "surfaces: [floor, bed]", "surfaces: «[»]",
        "name at least one of 'surfaces' [missing-field]");
  check(bridge, "surfaces: [floor, bed]", "surfaces: [floor, bed, «floor»]",
        "'floor' stands in 'surfaces' twice [repeated-item]");
  check(bridge, "surfaces: [floor, bed]", "surfaces: [floor, «[»bed]]",
        "'surfaces' must be a list of texts [wrong-type]");
}

TEST_CASE("a range is a number or two rising ones") {
  const std::string dose = "  well: { hold: [5, 10]";
  check(bridge, dose, "  well: { hold: [«10», 5]",
        "the range of 'hold' runs backwards [out-of-range]", "write [5, 10]");
  check(bridge, dose, "  well: { hold: «[»5, 7, 10]",
        "'hold' must be a number or a range of two, like [10, 30] [wrong-type]");
  check(bridge, dose, "  well: { hold: [5, «2000»]",
        "'hold' must be a whole number from 0 to 1800 [out-of-range]");
}

TEST_CASE("an unknown source is reported") {
  check(bridge, "sources: [relieve-back-spasms, MAYO-BK]",
        "sources: [«relieve-back-spasm», MAYO-BK]",
        "'relieve-back-spasm' is not in references.yaml and is no article [unknown-source]",
        "did you mean 'relieve-back-spasms'?");
}

TEST_CASE("a condition without a verdict is reported") {
  const Edited edited = Edited().cut(bridge, "  stenosis:");
  CHECK(edited.problems() ==
        one(edited.error(bridge, "conditions:\n  «d»isc",
                         "the condition 'stenosis' has no verdict [missing-verdict]",
                         "decide whether it is fine, needs care or must be avoided")));
}

TEST_CASE("a verdict is one of three words") {
  check(bridge, "  disc:\n    verdict: fine", "  disc:\n    verdict: «never»",
        "'never' is not a verdict [unknown-word]", "use one of: fine, care, avoid");
}

TEST_CASE("care and avoid must be explained, and every verdict names its sources") {
  const auto with_rule = [](const std::string& rule) {
    return Edited()
        .cut(bridge, "  pregnancy:")
        .replace(bridge, "conditions:\n", "conditions:\n  pregnancy:\n" + rule);
  };
  for (const char* verdict : {"care", "avoid"}) {
    const std::string start = std::string("erdict: ") + verdict;
    const Edited edited = with_rule("    v" + start + "\n    sources: []\n");
    CHECK(edited.problems() ==
          one(edited.error(bridge, "pregnancy:\n    «v»" + start,
                           "the condition 'pregnancy' needs 'note' [missing-field]",
                           verdict == std::string("care") ? "say what to change" : "say why")));
  }
  const Edited edited = with_rule("    verdict: fine\n");
  CHECK(edited.problems() ==
        one(edited.error(bridge, "pregnancy:\n    «v»erdict",
                         "the verdict on a condition needs 'sources' [missing-field]")));
}

TEST_CASE("what a movement follows is an earlier exercise") {
  check(press_up, "after: [prone-lying]", "after: [«prone-liying»]",
        "'prone-liying' is not an exercise [unknown-word]", "did you mean 'prone-lying'?");
  check(press_up, "after: [prone-lying]", "after: [«prone-press-up»]",
        "an exercise cannot name itself in 'after' [bad-relation]");
  check(press_up, "after: [prone-lying]", "after: [«bridge»]",
        "'bridge' must stand earlier in the catalogue [bad-relation]",
        "give it a smaller 'order' than this exercise has");
}

TEST_CASE("a missing section is reported where it was meant to be, or where the text begins") {
  const Edited slip = Edited().replace(bridge, "## Stop if\n", "## Stop it\n");
  CHECK(slip.problems() ==
        one(slip.error(bridge, "## «Stop it»", "the section 'Stop if' is missing [missing-section]",
                       "write `## Stop if` here")));
  const Edited edited = Edited().replace(bridge, "## Stop if\n", "## Afterwards\n");
  CHECK(edited.problems() == one(edited.error(bridge, "---\n«»\n## What it is for",
                                              "the section 'Stop if' is missing [missing-section]",
                                              "add a line `## Stop if`")));
}

TEST_CASE("an exercise that is not offered has no dose") {
  const Edited edited =
      Edited().replace(bridge, "\ndose:\n", "\nnot_offered: It is too hard.\ndose:\n");
  CHECK(edited.problems() ==
        one(edited.error(bridge, "dose:\n  «s»ore",
                         "an exercise that is not offered has no dose [bad-dose]")));
}

TEST_CASE("an exercise that is offered has a dose that takes time") {
  check(bridge, "tempo: 4\ndose:\n  sore: { hold: 5, ", "tempo: 0\ndose:\n  «sore»: { hold: 0, ",
        "this dose takes no time [bad-dose]", "give a 'hold' or a 'tempo'");
}

TEST_CASE("an exercise says where it comes from") {
  const Edited edited = Edited().cut(bridge, "sources:");
  const std::string problems = edited.problems();
  CHECK(problems.find(edited.error(
            bridge, "«t»itle: ", "an exercise needs 'sources' or 'references' [no-source]",
            "say where the movement comes from")) != std::string::npos);
}

TEST_CASE("front matter is there, and ends") {
  const Edited missing = Edited().replace("pages/about.md", "---\ntitle", "title");
  CHECK(missing.problems().find(missing.error("pages/about.md", "«t»itle",
                                              "the front matter is missing [no-front-matter]",
                                              "begin the file with a line of three hyphens")) == 0);
  const Edited open = Edited().write("pages/about.md", "---\ntitle: About\n");
  CHECK(open.problems().find(open.error("pages/about.md", "«---»",
                                        "the front matter does not end [no-front-matter]",
                                        "close it with a line of three hyphens")) == 0);
}

TEST_CASE("a file name is part of an address") {
  for (const char* name : {"Help", "get--help", "help_me", "-help", "über"}) {
    const std::string path = std::string("pages/") + name + ".md";
    const std::string text = "---\ntitle: T\nsummary: S\n---\n";
    CHECK(Edited().write(path, text).problems() ==
          one("content/" + path + ":1:1: error: the file name '" + name +
              "' cannot be an address [bad-name]\n  help: use lower-case letters, digits and "
              "hyphens\n"));
  }
}

TEST_CASE("a file that nobody would read is reported") {
  CHECK(
      Edited().write("exercise/new.md", "").problems() ==
      one("content/exercise/new.md:1:1: error: this file has no place in the content [stray-file]\n"
          "  help: did you mean 'exercises'?\n"));
  const std::pair<const char*, const char*> strays[] = {
      {"notes.txt", "docs/content.md names the folders and files of the content"},
      {"planer.yml", "did you mean 'planner.yaml'?"},
      {"planner.es.yaml", "only vocabulary.yaml and explanations.yaml are translated"},
      {"data/people.yml", "the name of a file in data/ ends in .yaml or .json"},
      {"exercises/new.markdown", "the name of a file in exercises/ ends in .md"},
      {"exercises/deep/new.md", "put it into the folder itself"},
      {"exercises/photo.jpg", "pictures stand in images/"}};
  for (const auto& [path, help] : strays)
    CHECK(Edited().write(path, "").problems() ==
          one(std::string("content/") + path +
              ":1:1: error: this file has no place in the content [stray-file]\n  help: " + help +
              "\n"));
}

TEST_CASE("bytes that are not UTF-8 are reported at their place") {
  const std::string problems = Edited()
                                   .replace(bridge, "title: Bridge",
                                            "title: Br\xFC"
                                            "cke")
                                   .problems();
  CHECK(problems.find(
            "content/exercises/bridge.md:2:10: error: this byte is not UTF-8 text [not-utf8]\n"
            "  title: Br\xEF\xBF\xBD\n"
            "           ^\n"
            "  help: save the file as UTF-8\n") == 0);
}

TEST_CASE("control characters in a text are reported, once a line") {
  const std::string about = shipped().at("pages/about.md");
  const auto lines = std::count(about.begin(), about.end(), '\n');
  const std::string line = std::to_string(lines + 1);
  CHECK(Edited().write("pages/about.md", about + "Take \x02 or \x03.\n").problems() ==
        one("content/pages/about.md:" + line +
            ":6: error: this is a control character and no text [bad-text]\n"
            "  Take ? or ?.\n"
            "       ^\n"
            "  help: take the character out\n"));
}

TEST_CASE("files from other systems are read all the same") {
  Edited edited;
  std::string text = shipped().at("pages/about.md");
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
    text.replace(at, 1, "\r\n");
  CHECK(edited.write("pages/about.md", "\xEF\xBB\xBF" + text).problems() == "0 errors\n");
}

TEST_CASE("a missing file is reported") {
  const std::string problems = Edited().remove("references.yaml").problems();
  CHECK(
      problems.find("content/references.yaml:1:1: error: this file is missing [missing-file]\n") !=
      std::string::npos);
}

TEST_CASE("the planner's numbers are checked") {
  const std::string planner = "planner.yaml";
  check(planner, "dose_units: [4, 6, 7, 8]", "dose_units: «[»4, 6, 6, 8]",
        "'dose_units' must rise from dose step to dose step [planner-settings]");
  check(planner, "{ units: 24, worth: 5 }", "«{» units: 24, worth: 9 }",
        "this stretch is worth more than the one before it [planner-settings]",
        "a second helping must not count more than a first");
  check(planner, "  - { from: supine, to: prone, seconds: 20",
        "  - { from: supine, to: prone, seconds: «-20»",
        "'seconds' must be a whole number from 0 to 600 [out-of-range]");
  check(planner, "    need: { lower-back: 5", "    need: { «lower-bak»: 5",
        "'lower-bak' is not a target [unknown-word]", "did you mean 'lower-back'?");
  check(planner, "caution_limit: 5", "caution_limit: «2»",
        "'caution_limit' must not be below 'go_limit' [planner-settings]");
  check(planner, "level_days: 7", "level_days: «0»",
        "'level_days' must be a whole number from 1 to 365 [out-of-range]");
  check(planner, "leg-symptoms: [MDT, EFF, RELC]", "leg-symptoms: [«MTD», EFF, RELC]",
        "'MTD' is not in references.yaml and is no article [unknown-source]",
        "did you mean 'MDT'?");
}

TEST_CASE("every change between two postures is given once") {
  const std::string change = "  - { from: supine, to: prone, seconds: 20, strain: 60 }\n";
  const Edited missing = Edited().replace("planner.yaml", change, "");
  CHECK(
      missing.problems() ==
      one(missing.error("planner.yaml", "position_changes:\n  «-»",
                        "the change between 'supine' and 'prone' is missing [planner-settings]")));
  const Edited twice = Edited().replace("planner.yaml", change, change + change);
  CHECK(
      twice.problems() ==
      one(twice.error("planner.yaml", change + "  - «{» from: supine, to: prone",
                      "this position change is given twice or leads nowhere [planner-settings]")));
}

TEST_CASE("the vocabulary is checked") {
  const std::string vocabulary = "vocabulary.yaml";
  check(vocabulary, "label: In spasm", "«labl»: In spasm",
        "'labl' is not a field of a term [unknown-field]", "did you mean 'label'?");
  check(vocabulary, "lying: true", "lying: «yes»", "'lying' must be true or false [wrong-type]",
        "write true");
  const Edited edited = Edited().replace(vocabulary, "\n  rest:\n", "\n  sleep:\n");
  CHECK(edited.problems().find("error: the first phase must be 'rest' [planner-settings]\n") !=
        std::string::npos);
}

TEST_CASE("references have an address and a grade") {
  const Edited edited =
      Edited().write("references.yaml", shipped().at("references.yaml").str() +
                                            "NEW:\n  title: New\n  url: ftp://x\n  grade: E\n");
  CHECK(edited.problems() ==
        edited.error("references.yaml", "  url: «ftp://x»",
                     "'url' must begin with https:// or http:// and have no spaces [bad-text]") +
            edited.error("references.yaml", "  url: ftp://x\n  grade: «E»",
                         "'E' is not a grade [unknown-word]", "did you mean 'A'?") +
            "2 errors\n");
}

TEST_CASE("a routine's steps are entries of its article") {
  const std::string routine = "routines/three-exercises.md";
  check(routine, "entry: 002-2", "entry: «000-2»",
        "the exercise has no entry '000-2' of this article [unknown-entry]",
        "add it to the exercise's 'sources'");
  check(routine, "exercise: bird-dog", "exercise: «bird-dgo»",
        "'bird-dgo' is not an exercise [unknown-word]", "did you mean 'bird-dog'?");
}

TEST_CASE("an entry of an article belongs to one exercise") {
  const std::string problems =
      Edited().replace("exercises/childs-pose.md", "entry: 003-6", "entry: 003-5").problems();
  CHECK(problems.find(
            "error: the entry '003-5' is given by another exercise too [repeated-entry]\n") !=
        std::string::npos);
}

TEST_CASE("faults in many files are all reported in one run") {
  const Edited edited =
      Edited()
          .replace(bridge, "phase: strengthen", "phase: strenghten")
          .replace(bridge, "load: 2", "load: 9")
          .replace(bridge, "## Stop if\n", "## Stop it\n")
          .replace("exercises/cat-camel.md", "surfaces: [floor]", "surfaces: floor")
          .replace(press_up, "after: [prone-lying]", "after: [prone-liying]")
          .replace("pages/about.md", "summary:", "sumary:")
          .replace("planner.yaml", "dose_units: [4, 6, 7, 8]", "dose_units: [8, 7, 6, 4]")
          .replace("routines/three-exercises.md", "entry: 002-2", "entry: 000-2")
          .replace("sources/three-exercises.md", "order: 3", "order: third")
          .replace("vocabulary.yaml", "    lying: true", "    lying: yes")
          .write("notes.txt", "remember");
  CHECK(edited.problems() ==
        edited.error(bridge, "phase: «strenghten»", "'strenghten' is not a phase [unknown-word]",
                     "did you mean 'strengthen'?") +
            edited.error(bridge, "load: «9»",
                         "'load' must be a whole number from 0 to 3 [out-of-range]") +
            edited.error(bridge, "## «Stop it»",
                         "the section 'Stop if' is missing [missing-section]",
                         "write `## Stop if` here") +
            edited.error("exercises/cat-camel.md", "surfaces: «floor»",
                         "'surfaces' must be a list [wrong-type]", "write [floor]") +
            edited.error(press_up, "after: [«prone-liying»]",
                         "'prone-liying' is not an exercise [unknown-word]",
                         "did you mean 'prone-lying'?") +
            "content/notes.txt:1:1: error: this file has no place in the content [stray-file]\n"
            "  help: docs/content.md names the folders and files of the content\n" +
            edited.error("pages/about.md", "«sumary»",
                         "'sumary' is not a field of a page [unknown-field]",
                         "did you mean 'summary'?") +
            edited.error("planner.yaml", "dose_units: «[»",
                         "'dose_units' must rise from dose step to dose step [planner-settings]") +
            edited.error("routines/three-exercises.md", "entry: «000-2»",
                         "the exercise has no entry '000-2' of this article [unknown-entry]",
                         "add it to the exercise's 'sources'") +
            edited.error("sources/three-exercises.md", "order: «third»",
                         "'order' must be a whole number from 1 to 1000000 [wrong-type]") +
            edited.error("vocabulary.yaml", "lying: «yes»",
                         "'lying' must be true or false [wrong-type]", "write true") +
            "11 errors\n");
}
