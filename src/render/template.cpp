#include "render/template.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

#include "base/hash_table.h"
#include "content/document.h"
#include "render/template_source.h"

namespace unclench::render {
namespace {

constexpr const char* folder = "templates/";
constexpr const char* ending = ".mustache";
constexpr const char* layout = "layout";
constexpr const char* content_name = "content";  // the partial that is the page's own template
constexpr const char* words_prefix = "words.";

// Partials and lists inside each other multiply. Far beyond any page, and within any memory:
constexpr std::size_t most_steps = 300'000;          // of a template with its partials
constexpr std::size_t longest_template = 16u << 20;  // bytes
constexpr std::size_t deepest_nesting = 200;         // of sections, partials and words
constexpr std::size_t most_turns = 50'000'000;       // steps that one page takes
constexpr std::size_t longest_page = 64u << 20;      // bytes

using Kind = TemplatePiece::Kind;

// One step of a compiled template. Partials and words are steps of the template that uses them.
struct Step {
  Kind kind = Kind::text;          // partial: the page's own template
  std::string text;                // text: as it is written out; otherwise the name
  std::vector<std::string> path;   // the name at its dots; none for the item itself
  Key first = std::string_view();  // of the path, once the program is complete
  std::size_t end = 0;             // sections: the step of their end
  const SourceFile* file = nullptr;
  Span span;
};
using Program = std::vector<Step>;

std::vector<std::string> split_at_dots(const std::string& name) {
  if (name == ".") return {};
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
  Compiler(const std::map<std::string, SourceFile>& files,
           const std::map<std::string, std::vector<TemplatePiece>>& pieces, const WordList& words,
           Diagnostics& diagnostics)
      : files_(files), pieces_(pieces), words_(words), diagnostics_(diagnostics) {}

  Program compile(const std::string& name) {
    program_.clear();
    is_full_ = false;
    steps_ = size_ = open_sections_ = 0;
    inside_.clear();
    add_template(name);
    if (is_full_) program_.clear();
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
          (piece.text != content_name || inside_.front() != layout)) {
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
            {piece.kind, piece.text, split_at_dots(piece.text), {""}, 0, &file, piece.span});
      }
    }
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
    if (!known) {
      std::vector<std::string> names;
      for (const auto& [name, other] : pieces_) names.push_back(name);
      report(Problem::missing_template, file, piece, "there is no template '" + piece.text + "'",
             did_you_mean(piece.text, names));
    } else if (piece.text[0] != '_') {
      report(Problem::template_syntax, file, piece, "'" + piece.text + "' is no partial",
             "begin its name with an underscore");
    } else if (std::find(inside_.begin(), inside_.end(), piece.text) != inside_.end()) {
      report(Problem::template_cycle, file, piece, "this template ends up in itself", "");
    } else {
      add_template(piece.text);
    }
  }

  void add_words(const SourceFile& file, const TemplatePiece& piece) {
    const std::string key = piece.text.substr(std::string(words_prefix).size());
    const auto word = words_.words.find(key);
    if (words_.file && words_.words.empty()) return;  // a file without words was reported itself
    if (word == words_.words.end()) {
      std::vector<std::string> keys;
      for (const auto& [name, text] : words_.words) keys.push_back(name);
      const std::string place = words_.file ? " in " + words_.file->path : "";
      report(Problem::unknown_words, file, piece, "there are no words '" + key + "'" + place,
             did_you_mean(key, keys));
      return;
    }
    if (std::find(inside_.begin(), inside_.end(), piece.text) != inside_.end()) {
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
  Diagnostics& diagnostics_;
  std::vector<std::string> inside_;
  Program program_;
  std::size_t steps_ = 0, size_ = 0, open_sections_ = 0;  // of the template so far
  bool is_full_ = false;
};

// By character; a page has thousands of them in values.
constexpr auto is_special = [] {
  std::array<bool, 256> special{};
  for (unsigned char c : {'&', '<', '>', '"'}) special[c] = true;
  return special;
}();

// What content::escape_html does, onto what is there.
void append_escaped(std::string& out, std::string_view text) {
  const auto is_plain = [](char c) { return !is_special[static_cast<unsigned char>(c)]; };
  while (!text.empty()) {
    const auto special = std::find_if_not(text.begin(), text.end(), is_plain);
    const auto length = static_cast<std::size_t>(special - text.begin());
    out.append(text.data(), length);
    if (special == text.end()) return;
    out += *special == '&'   ? "&amp;"
           : *special == '<' ? "&lt;"
           : *special == '>' ? "&gt;"
                             : "&quot;";
    text.remove_prefix(length + 1);
  }
}

// The members of objects inside each other, found without looking at each of them.
class Members {
 public:
  // From the outermost object inwards.
  explicit Members(const std::vector<const Value*>& objects) : table_(count(objects)) {
    for (auto object = objects.rbegin(); object != objects.rend(); ++object)
      if (const Value::Object* members = (*object)->as_object())
        for (const Member& member : *members)
          table_.insert(hash_of(member.first), &member, HasKey{member.first});
  }

  // That of the innermost object which has it, or null.
  const Value* find(const Key& key) const {
    const Member* const* member = table_.find(hash_of(key), HasKey{key});
    return member ? &(*member)->second : nullptr;
  }

 private:
  using Member = Value::Object::value_type;
  struct HasKey {
    const Key& key;
    bool operator()(const Member* member) const { return member->first == key; }
  };

  static std::size_t count(const std::vector<const Value*>& objects) {
    std::size_t members = 0;
    for (const Value* object : objects)
      if (const Value::Object* list = object->as_object()) members += list->size();
    return members;
  }
  static Hash hash_of(const Key& key) { return Hash{key.mark()} * 0x9e3779b97f4a7c15ULL >> 32; }

  HashTable<const Member*> table_;
};

// Runs a program over a stack of values.
class Run {
 public:
  // The values that it begins with, from the outermost inwards.
  Run(const Program* page, std::vector<const Value*> values, std::string& out,
      Diagnostics& diagnostics)
      : page_(page),
        out_(out),
        diagnostics_(diagnostics),
        outer_(values),
        outer_scopes_(values.size()),
        scopes_(std::move(values)) {}

  void run(const Program& program, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const Step& step = program[i];
      if (has_too_much(step)) return;
      switch (step.kind) {
        case Kind::text:
          out_ += step.text;
          break;
        case Kind::variable:
          append_escaped(out_, value_of(step).text());
          break;
        case Kind::raw:
          out_ += value_of(step).text();
          break;
        case Kind::section:
          run_section(program, i);
          i = step.end;
          break;
        case Kind::inverted:
          if (value_of(step).is_true()) i = step.end;
          break;
        case Kind::partial:
          if (page_) run(*page_, 0, page_->size());
          break;
        case Kind::end:
          break;
      }
    }
  }

 private:
  bool has_too_much(const Step& step) {
    if (++turns_ <= most_turns && out_.size() <= longest_page) return false;
    if (!is_full_ && step.file)
      diagnostics_.add(Problem::too_large, *step.file, step.span, "the page becomes too large here",
                       "take out lists that repeat each other");
    is_full_ = is_full_ || step.file;
    return true;
  }

  void run_section(const Program& program, std::size_t at) {
    const Step& step = program[at];
    const Value& value = value_of(step);
    if (!value.is_true()) return;
    if (const Value::List* list = value.as_list()) {
      for (const Value& item : *list) {
        scopes_.push_back(&item);
        run(program, at + 1, step.end);
        scopes_.pop_back();
      }
      return;
    }
    scopes_.push_back(&value);
    run(program, at + 1, step.end);
    scopes_.pop_back();
  }

  const Value& value_of(const Step& step) {
    static const Value nothing;
    if (step.path.empty()) return *scopes_.back();
    const Value* value = nullptr;
    for (std::size_t scope = scopes_.size(); scope > outer_scopes_ && !value; --scope)
      value = scopes_[scope - 1]->find(step.first);
    if (!value) value = outer_.find(step.first);
    for (std::size_t i = 1; i < step.path.size() && value; ++i) value = value->find(step.path[i]);
    if (value) return *value;
    report_unknown(step);
    return nothing;
  }

  void report_unknown(const Step& step) {
    if (!reported_.insert(&step).second) return;
    std::vector<std::string> names;
    for (const Value* scope : scopes_)
      if (const Value::Object* object = scope->as_object())
        for (const auto& [key, value] : *object) names.emplace_back(key.name());
    diagnostics_.add(Problem::unknown_value, *step.file, step.span,
                     "no value '" + step.text + "' is given to this template",
                     did_you_mean(step.text, names));
  }

  const Program* page_;
  std::string& out_;
  Diagnostics& diagnostics_;
  const Members outer_;
  const std::size_t outer_scopes_;
  std::vector<const Value*> scopes_;
  std::set<const Step*> reported_;  // whose values are unknown
  std::size_t turns_ = 0;
  bool is_full_ = false;  // which was reported
};

// So that a set of texts can be asked for a piece of another text.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

}  // namespace

struct Templates::Compiled {
  std::string root;
  std::map<std::string, SourceFile> files;
  std::map<std::string, Program> programs;
  std::unordered_set<std::string, TextHash, std::equal_to<>> names;  // of values, without dots
  std::shared_ptr<const SourceFile> words_file;                      // steps point into it
};

Templates::Templates(const FileTree& site, const std::string& root, const WordList& words,
                     Diagnostics& diagnostics)
    : compiled_(std::make_unique<Compiled>()) {
  compiled_->root = root;
  compiled_->words_file = words.file;
  const std::size_t start = std::string(folder).size();
  for (auto file = site.lower_bound(folder);
       file != site.end() && file->first.rfind(folder, 0) == 0; ++file) {
    const std::string& path = file->first;
    if (!has_ending(path, ending)) continue;
    const std::string name = path.substr(start, path.size() - start - std::string(ending).size());
    compiled_->files[name] = content::read_text(root + "/" + path, file->second, diagnostics);
  }
  std::map<std::string, std::vector<TemplatePiece>> pieces;
  for (const auto& [name, file] : compiled_->files) pieces[name] = cut_template(file, diagnostics);
  Compiler compiler(compiled_->files, pieces, words, diagnostics);
  for (const auto& [name, file] : compiled_->files)
    compiled_->programs[name] = compiler.compile(name);
  for (auto& [name, program] : compiled_->programs)
    for (Step& step : program) {
      if (step.path.empty()) continue;
      step.first = step.path.front();
      compiled_->names.insert(step.path.front());
    }
  require_content(diagnostics);
}

Templates::~Templates() = default;
Templates::Templates(Templates&&) noexcept = default;

bool Templates::has(const std::string& name) const {
  return compiled_->files.count(name) > 0;
}

// Without it, every page would be the same and nobody would be told.
void Templates::require_content(Diagnostics& diagnostics) const {
  const auto file = compiled_->files.find(layout);
  if (file == compiled_->files.end()) return;
  const Program& program = compiled_->programs.at(layout);
  const auto is_content = [](const Step& step) { return step.kind == Kind::partial; };
  const bool is_cut = program.empty() && !file->second.text.str().empty();  // which was reported
  if (is_cut || std::any_of(program.begin(), program.end(), is_content)) return;
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
  const auto outer = compiled_->programs.find(layout);
  const auto inner = compiled_->programs.find(name);
  if (outer == compiled_->programs.end() || inner == compiled_->programs.end()) return "";
  // A page is written into a buffer that has grown already and then copied once, to its size.
  thread_local std::string buffer;
  buffer.clear();
  Run run(&inner->second, {&site, &page}, buffer, diagnostics);
  run.run(outer->second, 0, outer->second.size());
  return {buffer.data(), buffer.size()};
}

std::string Templates::render(const std::string& name, const Value& values,
                              Diagnostics& diagnostics) const {
  const auto program = compiled_->programs.find(name);
  std::string out;
  if (program == compiled_->programs.end()) return out;
  Run run(nullptr, {&values}, out, diagnostics);
  run.run(program->second, 0, program->second.size());
  return out;
}

}  // namespace unclench::render
