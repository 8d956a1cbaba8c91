#include "render/template_run.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/hash_table.h"
#include "content/document.h"

namespace unclench::render {
namespace {

// Lists inside each other multiply. Far beyond any page, and within any memory:
constexpr std::size_t most_turns = 50'000'000;   // steps that one page takes
constexpr std::size_t longest_page = 64u << 20;  // bytes

using Kind = TemplateStep::Kind;

// By character; a page has thousands of them in values.
constexpr auto is_special = [] {
  std::array<bool, 256> special{};
  for (const char c : {'&', '<', '>', '"'}) special[static_cast<unsigned char>(c)] = true;
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
  Run(const TemplateProgram* page, std::vector<const Value*> values, std::string& out,
      Diagnostics& diagnostics)
      : page_(page),
        out_(out),
        diagnostics_(diagnostics),
        outer_(values),
        outer_scopes_(values.size()),
        scopes_(std::move(values)) {}

  void run(const TemplateProgram& program, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const TemplateStep& step = program[i];
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
  bool has_too_much(const TemplateStep& step) {
    if (++turns_ <= most_turns && out_.size() <= longest_page) return false;
    if (!is_full_ && step.file)
      diagnostics_.add(Problem::too_large, *step.file, step.span, "the page becomes too large here",
                       "take out lists that repeat each other");
    is_full_ = is_full_ || step.file;
    return true;
  }

  void run_section(const TemplateProgram& program, std::size_t at) {
    const TemplateStep& step = program[at];
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

  const Value& value_of(const TemplateStep& step) {
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

  void report_unknown(const TemplateStep& step) {
    if (!reported_.insert(&step).second) return;
    std::vector<std::string> names;
    for (const Value* scope : scopes_)
      if (const Value::Object* object = scope->as_object())
        for (const auto& [key, value] : *object) names.emplace_back(key.name());
    diagnostics_.add(Problem::unknown_value, *step.file, step.span,
                     "no value '" + step.text + "' is given to this template",
                     did_you_mean(step.text, names));
  }

  const TemplateProgram* page_;
  std::string& out_;
  Diagnostics& diagnostics_;
  const Members outer_;
  const std::size_t outer_scopes_;
  std::vector<const Value*> scopes_;
  std::set<const TemplateStep*> reported_;  // whose values are unknown
  std::size_t turns_ = 0;
  bool is_full_ = false;  // which was reported
};

}  // namespace

void run_template(const TemplateProgram& program, const TemplateProgram* page,
                  std::vector<const Value*> values, std::string& out, Diagnostics& diagnostics) {
  Run run(page, std::move(values), out, diagnostics);
  run.run(program, 0, program.size());
}

}  // namespace unclench::render
