#include "content/skeletons.h"

#include <algorithm>
#include <set>

#include "base/letters.h"
#include "codec/json.h"
#include "content/shapes.h"

namespace unclench::content {
namespace {

constexpr int last_place = 1000000;

// What to write in each section of an exercise, in their order.
constexpr const char* exercise_hints[] = {
    "Say what it does for a back, and when it helps, in one or two sentences.",
    "1. Say how to lie, sit or stand to begin.\n2. Say one movement in each step.",
    "Say where a person should feel it, and that it should not hurt.",
    "- Name a mistake, and what to do instead.", "- Say when to stop at once."};

// And of a condition.
constexpr const char* condition_hints[] = {
    "Say what the condition is, in one or two sentences.",
    "Say which way of bending usually eases it, and how to find out.",
    "Say which kinds of movement are left out or changed, and why.",
    "Say whom to ask before a routine, and which signs mean stop."};

// Plain where YAML reads the same text back, and in quotes everywhere else.
std::string yaml_text(const std::string& text) {
  static const std::set<std::string> words = {"true", "false", "null", "yes", "no", "on", "off"};
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const bool plain =
      !text.empty() && is_letter(text.front()) && text.back() != ' ' &&
      !words.count(lower_ascii(text)) && std::all_of(text.begin(), text.end(), [&](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '\'';
      });
  return plain ? text : Json(text).dump();
}

template <typename T>
std::set<int> orders_of(const Shared<T>& pages) {
  std::set<int> orders;
  for (const auto& page : pages) orders.insert(page->order);
  return orders;
}

// The place after the last one.
std::string free_order(const std::set<int>& orders) {
  int order = orders.empty() ? 1 : std::max(1, *orders.rbegin() + 1);
  if (order > last_place)
    for (order = last_place; orders.count(order) > 0;) --order;
  return std::to_string(order);
}

class Writer {
 public:
  Writer(const Skeleton& skeleton, const LoadedEdition& loaded)
      : skeleton_(skeleton), edition_(loaded.edition), terms_(loaded.terms) {}

  std::string run() {
    text_ = "---\n";
    if (!skeleton_.schema.empty()) line("# yaml-language-server: $schema=" + skeleton_.schema);
    line("title: " + yaml_text(skeleton_.title));
    if (skeleton_.kind == "exercise")
      write_exercise();
    else if (skeleton_.kind == "condition")
      write_condition();
    else if (skeleton_.kind == "routine")
      write_routine();
    else if (skeleton_.kind == "source")
      write_source();
    else if (skeleton_.kind == "guide")
      write_guide();
    else
      write_page();
    return std::move(text_);
  }

 private:
  void line(const std::string& line) { text_ += line + "\n"; }

  void end_front(const std::string& summary) {
    line("summary: " + summary);
    line("draft: true # take this line out to publish the page");
  }

  void text(const std::string& text) { text_ += "---\n\n" + text + "\n"; }

  void write_exercise() {
    const auto first = [&](Words words) { return terms_.ids(words).front(); };
    const std::vector<std::string>& phases = terms_.ids(Words::phases);
    end_front("One sentence that says what to do and what it is for.");
    line("order: " + free_order(orders_of(edition_.exercises)));
    line("phase: " + phases[phases.size() > 1 ? 1 : 0]);
    line("posture: " + first(Words::postures));
    line("surfaces: [" + first(Words::surfaces) + "]");
    line("targets: { " + first(Words::targets) + ": 1 }");
    line("direction: neutral");
    line("load: 1");
    line("sides: 1");
    line("tempo: 4");
    line("dose: # for each stage that it suits; one that is not named does not get it");
    line("  " + terms_.ids(Words::stages).back() +
         ": { hold: 0, repetitions: [3, 5], sources: [] }");
    line("# Each of these is our cautious side until somebody has judged it.");
    line("conditions:");
    for (const std::string& condition : terms_.ids(Words::conditions)) {
      line("  " + condition + ":");
      line("    verdict: avoid");
      line("    note: Nobody has judged this yet.");
      line("    sources: []");
    }
    line(
        "# An exercise that is published needs 'references', or 'sources' with what articles say.");
    line("# references: [KEY]");
    text_ += "---\n";
    write_sections(exercise_sections(), exercise_hints);
  }

  void write_sections(const std::vector<std::string>& sections, const char* const* hints) {
    for (const std::string& section : sections)
      text_ += "\n## " + section + "\n\n" + *hints++ + "\n";
  }

  void write_condition() {
    line("label: " + yaml_text(skeleton_.title));
    end_front("One sentence that says what we leave out, and where we take care.");
    line("order: " + free_order(orders_of(edition_.conditions)));
    line("sources: []");
    text_ += "---\n";
    write_sections(condition_sections(), condition_hints);
  }

  void write_guide() {
    end_front("One sentence that says what the guide helps with.");
    line("order: " + free_order(orders_of(edition_.guides)));
    text("Begin with the first thing to do. Sections begin with `##`.");
  }

  void write_page() {
    end_front("One sentence that says what the page is for.");
    text("Write the text here. Sections begin with `##`.");
  }

  void write_source() {
    end_front("One sentence that says what the article is.");
    line("order: " + free_order(orders_of(edition_.articles)));
    line("file: " + yaml_text(skeleton_.title) + " # the file name that it is cited by");
    text(
        "## What it says\n\nSay what the article says, in your own words.\n\n"
        "## What it leaves out\n\nSay what a reader would need and does not find in it.");
  }

  // It asks for so little that there is an answer.
  void write_routine() {
    std::string surfaces;
    for (const std::string& surface : terms_.ids(Words::surfaces))
      surfaces += (surfaces.empty() ? "" : ", ") + surface;
    end_front("One sentence that says whom the routine is for, and how long it takes.");
    line("order: " + free_order(orders_of(edition_.routines)));
    line("request: # what the planner is asked when the site is made");
    line("  stage: " + terms_.ids(Words::stages).back());
    line("  minutes: 10");
    line("  surfaces: [" + surfaces + "]");
    line("# The routine of an article has 'source' and 'movements' in the place of 'request'.");
    text("Say how to get ready, and what to do afterwards.");
  }

  const Skeleton& skeleton_;
  const Edition& edition_;
  const Terms& terms_;
  std::string text_;
};

}  // namespace

const std::vector<std::string>& skeleton_kinds() {
  static const std::vector<std::string> kinds = {"exercise", "condition", "guide",
                                                 "page",     "routine",   "source"};
  return kinds;
}

std::string folder_of_kind(const std::string& kind) {
  return kind + "s";
}

std::string problem_of_skeleton(const std::string& kind, const std::string& name,
                                const LoadedEdition& loaded) {
  const Terms& terms = loaded.terms;
  if (kind == "source" && terms.find(Words::citations, name) >= 0)
    return "'" + name + "' is a key of references.yaml";
  if (kind == "condition" && terms.ids(Words::conditions).size() >= most_terms)
    return "there are " + std::to_string(most_terms) + " conditions, and no room for more";
  if (kind != "exercise" && kind != "routine") return "";
  for (Words words : {Words::stages, Words::phases, Words::postures, Words::surfaces,
                      Words::targets, Words::conditions})
    if (terms.ids(words).empty()) return "the vocabulary or the conditions cannot be read";
  return "";
}

std::string skeleton_text(const Skeleton& skeleton, const LoadedEdition& loaded) {
  return Writer(skeleton, loaded).run();
}

std::string title_of_name(const std::string& name) {
  std::string title = name;
  std::replace(title.begin(), title.end(), '-', ' ');
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

}  // namespace unclench::content
