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
          append_escaped(out_, text_of(step, unknown_mark));
          break;
        case Kind::raw:
          out_ += text_of(step, lost_mark);
          break;
        case Kind::section:
          run_section(program, i);
          i = step.end;
          break;
        case Kind::inverted:
          if (is_there(step)) i = step.end;
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
    const Value* found = find(step);
    if (!found) return report_unknown(step, lost_mark);
    const Value& value = *found;
    if (step.is_doubtful) out_ += value.is_true() ? doubtful_mark : lost_mark;
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

  // Whether the section for what is not there is left out.
  bool is_there(const TemplateStep& step) {
    const Value* value = find(step);
    if (!value) report_unknown(step, lost_mark);
    const bool there = value && value->is_true();
    if (step.is_doubtful) out_ += there ? lost_mark : doubtful_mark;
    return there;
  }

  // What takes the place of the tag; the mark when that is nothing that can be shown.
  std::string_view text_of(const TemplateStep& step, char mark) {
    const Value* value = find(step);
    if (!value) {
      report_unknown(step, mark);
      return {};
    }
    const std::string_view text = value->text();
    if (text.empty() && (value->as_list() || value->as_object()))
      report_no_text(step, *value, mark);
    return text;
  }

  // Null when no value has this name.
  const Value* find(const TemplateStep& step) const {
    if (step.path.empty()) return scopes_.back();
    const Value* value = find_first(step.first);
    for (std::size_t i = 1; i < step.path.size() && value; ++i) value = value->find(step.path[i]);
    return value;
  }

  const Value* find_first(const Key& name) const {
    const Value* value = nullptr;
    for (std::size_t scope = scopes_.size(); scope > outer_scopes_ && !value; --scope)
      value = scopes_[scope - 1]->find(name);
    return value ? value : outer_.find(name);
  }

  void report(const TemplateStep& step, char mark, const std::string& message,
              const std::string& help) {
    out_ += mark;
    if (!step.is_doubtful && reported_.insert(&step).second)
      diagnostics_.add(Problem::unknown_value, *step.file, step.span, message, help);
  }

  void report_unknown(const TemplateStep& step, char mark) {
    report(step, mark, "no value '" + step.text + "' is given to this template", near_name(step));
  }

  void report_no_text(const TemplateStep& step, const Value& value, char mark) {
    if (value.as_list())
      return report(step, mark, "'" + step.text + "' is a list, not a text",
                    "show its items between {{#" + step.text + "}} and {{/" + step.text + "}}");
    const std::string names = names_in(value, step.text);
    report(step, mark, "'" + step.text + "' is a group of values, not a text",
           names.empty() ? "" : "name one of its values: " + names);
  }

  static std::vector<std::string> keys_of(const Value& value) {
    std::vector<std::string> keys;
    if (const Value::Object* object = value.as_object())
      for (const auto& [key, member] : *object) keys.emplace_back(key.name());
    return keys;
  }

  // "{{data.clinics}}, {{data.links}}"; no more than a line takes.
  static std::string names_in(const Value& value, const std::string& group) {
    constexpr std::size_t most_names = 6;
    const std::vector<std::string> keys = keys_of(value);
    std::string names;
    for (std::size_t i = 0; i < std::min(keys.size(), most_names); ++i)
      names += (i > 0 ? ", " : "") + ("{{" + (group == "." ? "" : group + ".") + keys[i] + "}}");
    return names + (keys.size() > most_names ? " …" : "");
  }

  // A help: the whole name with the nearest one in the place of the part that is not known.
  std::string near_name(const TemplateStep& step) const {
    std::string before;
    const Value* value = find_first(step.first);
    if (!value) {
      std::vector<std::string> names;
      for (const Value* scope : scopes_)
        for (std::string& key : keys_of(*scope)) names.push_back(std::move(key));
      return with_rest(nearest(step.path[0], names), step, 0, "");
    }
    for (std::size_t i = 1; i < step.path.size(); ++i) {
      before += (before.empty() ? "" : ".") + step.path[i - 1];
      const Value* inner = value->find(step.path[i]);
      if (!inner) {
        if (!value->as_object()) return "'" + before + "' has no values inside it";
        const std::string near = with_rest(nearest(step.path[i], keys_of(*value)), step, i, before);
        if (!near.empty() || keys_of(*value).empty()) return near;
        return "'" + before + "' has these: " + names_in(*value, before);
      }
      value = inner;
    }
    return "";
  }

  static std::string with_rest(const std::string& near, const TemplateStep& step, std::size_t place,
                               const std::string& before) {
    if (near.empty()) return "";
    std::string name = before.empty() ? near : before + "." + near;
    for (std::size_t i = place + 1; i < step.path.size(); ++i) name += "." + step.path[i];
    return "did you mean '" + name + "'?";
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
