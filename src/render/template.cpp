#include "render/template.h"

#include <algorithm>
#include <unordered_set>

#include "content/document.h"
#include "render/template_program.h"
#include "render/template_run.h"
#include "render/template_source.h"
#include "render/words.h"

namespace unclench::render {
namespace {

bool is_phrase(const std::string& key) {
  const auto& keys = phrase_keys();
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

constexpr const char* folder = "templates/";
constexpr const char* ending = ".mustache";

// So that a set of texts can be asked for a piece of another text.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

// Words that one tag alone asks for are most often a slip in the template. Others are missing in
// the file of words, and so is what another language has.
void report_missing(const MissingWords& missing, const WordList& words, const WordList* own,
                    Diagnostics& diagnostics) {
  if (words.file && words.words.empty()) return;  // a file without words was reported itself
  std::vector<std::string> keys;
  for (const auto& [key, word] : words.words) keys.push_back(key);
  for (const auto& [key, tags] : missing) {
    if (own && !own->words.contains(key)) continue;
    const std::string help = did_you_mean(key, keys);
    if (words.file && (own || tags.size() > 1 || is_phrase(key))) {
      diagnostics.add(Problem::unknown_words, words.file->path,
                      "the words '" + key + "' are missing" +
                          (is_phrase(key) ? "" : ", which templates ask for"),
                      help);
      continue;
    }
    const PlacedTag& tag = tags.begin()->second;
    diagnostics.add(
        Problem::unknown_words, *tag.file, tag.span,
        "there are no words '" + key + "'" + (words.file ? " in " + words.file->path : ""), help);
  }
}

}  // namespace

struct Templates::Compiled {
  std::string root;
  std::map<std::string, SourceFile> files;
  std::map<std::string, TemplateProgram> programs;
  std::unordered_set<std::string, TextHash, std::equal_to<>> names;  // of values, without dots
  std::shared_ptr<const SourceFile> words_file;                      // steps point into it
};

Templates::Templates(const FileTree& site, const std::string& root, const WordList& words,
                     Diagnostics& diagnostics, const WordList* own)
    : compiled_(std::make_unique<Compiled>()) {
  compiled_->root = root;
  compiled_->words_file = words.file;
  const std::size_t start = std::string(folder).size();
  for (auto file = site.lower_bound(folder);
       file != site.end() && file->first.rfind(folder, 0) == 0; ++file) {
    const std::string& path = file->first;
    if (!has_ending(path, ending)) continue;
    const std::string name = path.substr(start, path.size() - start - std::string(ending).size());
    const std::size_t before = diagnostics.size();
    SourceFile& text = compiled_->files[name];
    text = content::read_text(root + "/" + path, file->second, diagnostics);
    if (diagnostics.size() > before) text.text = std::string(1, lost_mark);
  }
  std::map<std::string, std::vector<TemplatePiece>> pieces;
  for (const auto& [name, file] : compiled_->files) pieces[name] = cut_template(file, diagnostics);
  const TemplateSources sources{compiled_->files, pieces, words};
  MissingWords missing;
  for (const auto& [name, file] : compiled_->files) {
    TemplateProgram& program = compiled_->programs[name];
    program = compile_template(name, sources, missing, diagnostics);
    for (TemplateStep& step : program) {
      if (step.path.empty()) continue;
      step.first = step.path.front();
      compiled_->names.insert(step.path.front());
    }
  }
  report_missing(missing, words, own, diagnostics);
  require_content(diagnostics);
}

Templates::~Templates() = default;
Templates::Templates(Templates&&) noexcept = default;

bool Templates::has(const std::string& name) const {
  return compiled_->files.count(name) > 0;
}

// Without it, every page would be the same and nobody would be told.
void Templates::require_content(Diagnostics& diagnostics) const {
  const auto file = compiled_->files.find(layout_template);
  if (file == compiled_->files.end()) return;
  const TemplateProgram& program = compiled_->programs.at(layout_template);
  const auto is_content = [](const TemplateStep& step) {
    return step.kind == TemplateStep::Kind::partial;
  };
  const auto is_lost = [](const TemplateStep& step) {
    return step.kind == TemplateStep::Kind::text && step.text.find(lost_mark) != step.text.npos;
  };
  if (std::any_of(program.begin(), program.end(), is_content)) return;
  if (std::any_of(program.begin(), program.end(), is_lost)) return;  // which was reported
  diagnostics.add(Problem::missing_template, file->second, {1, 1, 1}, "the layout shows no page",
                  "write {{>content}} where the page's own template goes");
}

bool Templates::uses(std::string_view value) const {
  return compiled_->names.contains(value);
}

void Templates::require(const std::string& name, Diagnostics& diagnostics) const {
  if (!compiled_->files.count(name))
    diagnostics.add(Problem::missing_template, compiled_->root + "/" + folder + name + ending,
                    "this template is missing");
}

std::string Templates::render_page(const std::string& name, const Value& site, const Value& page,
                                   Diagnostics& diagnostics) const {
  const auto outer = compiled_->programs.find(layout_template);
  const auto inner = compiled_->programs.find(name);
  if (outer == compiled_->programs.end() || inner == compiled_->programs.end()) return {lost_mark};
  // A page is written into a buffer that has grown already and then copied once, to its size.
  thread_local std::string buffer;
  buffer.clear();
  run_template(outer->second, &inner->second, {&site, &page}, buffer, diagnostics);
  return {buffer.data(), buffer.size()};
}

std::string Templates::render(const std::string& name, const Value& values,
                              Diagnostics& diagnostics) const {
  const auto program = compiled_->programs.find(name);
  std::string out;
  if (program != compiled_->programs.end())
    run_template(program->second, nullptr, {&values}, out, diagnostics);
  return out;
}

}  // namespace unclench::render
