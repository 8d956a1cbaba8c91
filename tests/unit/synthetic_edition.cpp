#include "unit/synthetic_edition.h"

#include "unit/small_site.h"

namespace unclench::test {
namespace {

constexpr const char* condition_sections =
    "\n## What it means\n\nIt.\n\n## What usually eases it\n\nThat.\n\n## What we "
    "change\n\nThis.\n\n"
    "## When to ask first\n\nNow.\n";
constexpr const char* sections =
    "## What it is for\n\nIt moves the back.\n\n## Steps\n\n1. Move.\n\n"
    "## What you should feel\n\nA pull.\n\n## Common mistakes\n\nHaste.\n\n"
    "## Stop if\n\nIt hurts.\n";

std::string number(int value) {
  return std::to_string(value);
}

// "e007", so that the order of names is that of numbers.
std::string exercise_id(int index) {
  const std::string digits = number(index);
  return "e" + std::string(3 - std::min<std::size_t>(3, digits.size()), '0') + digits;
}

std::string pick(Random& random, const std::vector<std::string>& words) {
  return words[static_cast<std::size_t>(random.below(static_cast<int>(words.size())))];
}

std::string exercise_text(int index, int count, Random& random) {
  const std::string id = exercise_id(index);
  std::string text =
      "---\ntitle: Move " + number(index) + "\nsummary: Summary " + number(index) +
      ".\norder: " + number(10 * index) + "\nphase: " + pick(random, {"rest", "stretch"}) +
      "\nposture: " + pick(random, {"supine", "standing"}) +
      "\nsurfaces: [floor]\nequipment:\n  helps: [mat]\ntargets: { back: " +
      number(random.between(1, 3)) + " }\ndirection: neutral\nload: " + number(random.below(3)) +
      "\nsides: " + number(random.between(1, 2)) + "\ntempo: 4\n";
  text += "dose:\n  well: { hold: " + number(random.between(5, 30)) +
          ", repetitions: [2, 3], sources: [" + pick(random, {"GUIDE", "art0", "art1"}) + "] }\n";
  if (index > 1) text += "after: [" + exercise_id(random.between(1, index - 1)) + "]\n";
  const auto other = [&] { return exercise_id((index + random.below(count - 1)) % count + 1); };
  text += "easier: [" + other() + "]\n";
  text += "harder: [" + other() + "]\n";
  text += "conditions:\n";
  for (const char* condition : {"dizziness", "stiffness"})
    text += std::string("  ") + condition +
            ":\n    verdict: " + pick(random, {"fine", "care", "avoid"}) +
            "\n    note: Mind it.\n    sources: [BOOK]\n";
  if (random.one_in(2))
    text += "references: [BOOK]\n";
  else
    text += "sources:\n  - entry: n-" + number(index) + "\n    source: art" +
            number(random.below(2)) + "\n    name: Its name " + number(index) +
            "\n    order: " + number(index) +
            "\n    start: lying\n    surface: floor\n    dose: { hold: 20 }\n";
  return text + "---\n\nLead of " + id + ".\n\n" + sections;
}

std::string page_text(const std::string& title, const std::string& more = "") {
  return "---\ntitle: " + title + "\nsummary: About " + title + ".\n" + more + "---\n\nText of " +
         title + ".\n\n## First {#first}\n\nOne.\n\n## Second\n\nTwo.\n";
}

}  // namespace

render::Inputs synthetic_edition(int exercises, Random& random) {
  render::Inputs inputs = small_inputs();
  FileTree& content = inputs.content;
  FileTree& site = inputs.site;
  for (const char* path : {"exercises/bend.md", "exercises/lie.md", "routines/in-the-morning.md",
                           "routines/three-moves.md", "sources/three-moves.md"})
    content.erase(path);
  for (int e = 1; e <= exercises; ++e)
    content["exercises/" + exercise_id(e) + ".md"] = exercise_text(e, exercises, random);
  for (int a = 0; a < 3; ++a)
    content["sources/art" + number(a) + ".md"] = page_text(
        "Article " + number(a), "file: f" + number(a) + ".txt\norder: " + number(a + 1) + "\n");
  content["conditions/stiffness.md"] =
      page_text("Stiffness", "label: Stiffness\norder: 2\nsources: [GUIDE]\n") +
      std::string(condition_sections);
  content["pages/help.md"] = page_text("Help");
  content["pages/tips.md"] = page_text("Tips", "aliases: [/hints/]\n");
  content["data/team.yaml"] = "name: The team\nlist: [one, two]\n";
  content["images/knee.svg"] = "<svg width=\"10\" height=\"20\"></svg>";
  content["routines/daily.md"] = page_text("Daily", "source: art0\norder: 1\nmovements: []\n");
  content["routines/planned.md"] =
      page_text("Planned", "order: 2\nrequest: { stage: well, minutes: 9, surfaces: [floor] }\n");
  content["guides/first.md"] = page_text("First", "order: 1\n") + "\nA claim. [@GUIDE]\n";
  content["exercises/e002.es.md"] =
      "---\ntitle: Mover\nsummary: Resumen.\n---\n\nTexto.\n\n" + std::string(sections);
  content["conditions/dizziness.es.md"] =
      "---\ntitle: Mareo\nsummary: Resumen.\nlabel: Mareo\n---\n\nTexto.\n" +
      std::string(condition_sections);
  content["pages/tips.es.md"] =
      "---\ntitle: Consejos\nsummary: Resumen.\n---\n\nTexto.\n\n## Uno\n\n1.\n\n## Dos\n\n2.\n";
  site["words/es.yaml"] = site.at("words/en.yaml").str();
  replace(site, "site.yaml", "author:", "languages: [es]\nauthor:");
  replace(site, "templates/home.mustache", "</p>",
          "</p>\n<p>{{data.team.name}}{{#data.team.list}} {{.}}{{/data.team.list}}</p>");
  return inputs;
}

std::string Author::new_word() {
  return "word" + number(++words_);
}

std::string Author::any_file(const FileTree& tree, const std::string& folder,
                             const std::string& ending) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : tree)
    if (path.rfind(folder, 0) == 0 && has_ending(path, ending)) paths.push_back(path);
  return paths.empty() ? "" : pick(random_, paths);
}

std::string Author::any_exercise() {
  std::string path;
  do path = any_file(inputs_.content, "exercises/", ".md");
  while (has_ending(path, ".es.md"));
  return path;
}

// Any page, mostly one that is there.
std::string Author::any_link() {
  if (random_.one_in(8)) return "/nowhere/";
  const std::string path = any_file(inputs_.content, "", ".md");
  const std::string folder = path.substr(0, path.find('/'));
  const std::string name = path.substr(folder.size() + 1);
  const std::string address =
      (folder == "pages" ? "/" : "/" + folder + "/") + name.substr(0, name.find('.')) + "/";
  return address + pick(random_, {"", "", "#steps", "#first", "#second"});
}

void Author::set_line(const std::string& path, const std::string& start, const std::string& line) {
  std::string text = "\n" + inputs_.content[path].str();
  const std::size_t at = text.find("\n" + start);
  if (at == std::string::npos) {
    const std::size_t end = text.find("\n---", 2);
    if (end != std::string::npos) text.insert(end, "\n" + line);
  } else {
    text.replace(at + 1, text.find('\n', at + 1) - at - 1, line);
  }
  inputs_.content[path] = text.substr(1);
}

void Author::remove_line(const std::string& path, const std::string& start) {
  std::string text = inputs_.content[path];
  const std::size_t at = text.find("\n" + start);
  if (at != std::string::npos) text.erase(at, text.find('\n', at + 1) - at);
  inputs_.content[path] = text;
}

std::string Author::change_title() {
  const std::string path = any_file(inputs_.content, "", ".md");
  set_line(path, "title:", "title: Title " + new_word());
  return "title of " + path;
}

std::string Author::change_summary() {
  const std::string path = any_file(inputs_.content, "", ".md");
  set_line(path, "summary:", "summary: Summary " + new_word());
  return "summary of " + path;
}

std::string Author::change_order() {
  const std::string path =
      random_.one_in(3) ? any_file(inputs_.content,
                                   pick(random_, {"sources/", "conditions/", "routines/"}), ".md")
                        : any_exercise();
  if (path.empty() || has_ending(path, ".es.md")) return "nothing";
  set_line(path, "order:", "order: " + number(random_.between(1, 700)));
  return "order of " + path;
}

std::string Author::change_dose() {
  const std::string path = any_exercise();
  set_line(path, "  well:",
           "  well: { hold: " + number(random_.between(5, 90)) +
               ", repetitions: [2, 4], sources: [" +
               pick(random_, {"GUIDE", "BOOK", "art1", "art2"}) + "] }");
  return "dose of " + path;
}

std::string Author::change_relation() {
  const std::string path = any_exercise(), other = any_exercise();
  const std::string id = other.substr(10, other.find('.') - 10);
  const std::string key = pick(random_, {"easier", "harder", "harder", "after", "parts"});
  set_line(path, key + ":", key + ": [" + id + "]");
  return key + " of " + path;
}

std::string Author::change_verdict() {
  const std::string path = any_exercise();
  if (random_.one_in(2))
    set_line(path, "    verdict:", "    verdict: " + pick(random_, {"fine", "care", "avoid"}));
  else
    set_line(path, "    note:", "    note: Note " + new_word());
  return "verdict of " + path;
}

std::string Author::change_draft() {
  const std::string path = any_file(inputs_.content, "", ".md");
  if (holds(inputs_.content[path], "\ndraft: true"))
    remove_line(path, "draft:");
  else if (random_.one_in(3))
    set_line(path, "draft:", "draft: true");
  return "draft " + path;
}

std::string Author::change_text() {
  const std::string path = any_file(inputs_.content, "", ".md");
  const std::string other = any_exercise();
  const std::string id = other.substr(10, other.find('.') - 10);
  const std::string text =
      pick(random_, {"\nMore " + new_word() + ".\n", "\nSee [it](" + any_link() + ").\n",
                     "\n::: dose " + id + "\n:::\n", "\n::: tip\nA tip.\n:::\n",
                     "\n![A knee](../images/knee.svg)\n", "\n### Detail {#d" + new_word() + "}\n"});
  inputs_.content[path] = inputs_.content[path].str() + text;
  return "text of " + path + text;
}

std::string Author::change_heading() {
  const std::string path = any_file(inputs_.content, "pages/", ".md");
  if (path.empty()) return "nothing";
  std::string text = inputs_.content[path];
  const std::size_t at = text.find("{#first}");
  if (at != std::string::npos)
    text.erase(at - 1, 9);
  else if (const std::size_t heading = text.find("## First"); heading != std::string::npos)
    text.insert(heading + 8, " {#first}");
  inputs_.content[path] = text;
  return "heading of " + path;
}

std::string Author::change_entry() {
  const std::string path = any_exercise();
  const std::string key = pick(random_, {"    name:", "    order:", "    source:", "    start:"});
  if (!holds(inputs_.content[path], "\n" + key)) return "nothing";
  const std::string value = key == "    order:"    ? number(random_.between(1, 90))
                            : key == "    source:" ? "art" + number(random_.below(3))
                                                   : "Entry " + new_word();
  set_line(path, key, key + " " + value);
  return "entry of " + path;
}

std::string Author::change_alias() {
  const std::string path = any_file(inputs_.content, "", ".md");
  if (has_ending(path, ".es.md")) return "nothing";
  if (random_.one_in(3))
    remove_line(path, "aliases:");
  else
    set_line(path, "aliases:", "aliases: [/old" + number(random_.below(6)) + "/, /hints/]");
  return "aliases of " + path;
}

std::string Author::change_update() {
  const std::string path = any_file(inputs_.content, "", ".md");
  if (has_ending(path, ".es.md")) return "nothing";
  if (random_.one_in(2))
    remove_line(path, "updated:");
  else
    set_line(path, "updated:", "updated: 2026-11-" + number(random_.between(10, 30)));
  return "update of " + path;
}

std::string Author::add_exercise() {
  const int index = random_.between(100, 120);
  inputs_.content["exercises/" + exercise_id(index) + ".md"] = exercise_text(index, 9, random_);
  return "new exercise";
}

std::string Author::remove_exercise() {
  const std::string path = any_exercise();
  inputs_.content.erase(path);
  return "no more " + path;
}

std::string Author::rename_exercise() {
  const std::string path = any_exercise();
  inputs_.content["exercises/r" + new_word() + ".md"] = inputs_.content[path];
  inputs_.content.erase(path);
  return "another name for " + path;
}

std::string Author::add_or_remove_page() {
  const std::string path = "pages/p" + number(random_.below(4)) + ".md";
  if (!inputs_.content.erase(path)) inputs_.content[path] = page_text("Page " + new_word());
  return "page " + path;
}

std::string Author::add_or_remove_article() {
  const std::string path = "sources/art" + number(random_.between(2, 4)) + ".md";
  if (!inputs_.content.erase(path))
    inputs_.content[path] = page_text(
        "Article " + new_word(), "file: f.txt\norder: " + number(random_.between(1, 9)) + "\n");
  return "article " + path;
}

std::string Author::change_condition() {
  const std::string path = any_file(inputs_.content, "conditions/", ".md");
  if (path.empty()) return "nothing";
  set_line(path, "label:", "label: Label " + new_word());
  return "label of " + path;
}

std::string Author::change_routine() {
  const std::string path = any_file(inputs_.content, "routines/", ".md");
  if (path.empty() || has_ending(path, ".es.md")) return "nothing";
  if (path == "routines/planned.md") {
    set_line(path, "request:",
             "request: { stage: well, minutes: " + number(random_.between(7, 12)) +
                 ", surfaces: [floor] }");
  } else if (random_.one_in(2)) {
    set_line(path, "source:", "source: art" + number(random_.below(3)));
  } else {
    const std::string exercise = any_exercise();
    const std::string id = exercise.substr(10, exercise.find('.') - 10);
    set_line(path, "movements:",
             "movements: [{ exercise: " + id + ", entry: n-" + number(std::atoi(id.c_str() + 1)) +
                 " }]");
  }
  return "routine " + path;
}

std::string Author::change_translation() {
  const std::string original = any_file(inputs_.content, "", ".md");
  if (has_ending(original, ".es.md")) {
    inputs_.content.erase(original);
    return "no more " + original;
  }
  const std::string path = original.substr(0, original.size() - 3) + ".es.md";
  const std::string text = inputs_.content[original];
  std::string front = "---\ntitle: Título " + new_word() + "\nsummary: Resumen.\n";
  if (path.rfind("exercises/", 0) == 0 && random_.one_in(2))
    front += "notes: { dizziness: Nota " + new_word() + " }\n";
  if (path.rfind("conditions/", 0) == 0) front += "label: Nombre " + new_word() + "\n";
  const std::size_t body = text.find("\n---", 3);
  inputs_.content[path] = front + (body == std::string::npos ? "---\n" : text.substr(body + 1));
  return "translation " + path;
}

std::string Author::change_vocabulary() {
  std::string text = inputs_.content["vocabulary.yaml"];
  const std::size_t at = text.find("\ntargets:\n");
  if (at == std::string::npos) return "nothing";
  const std::string term =
      "  " + new_word() + ":\n    label: New " + new_word() + "\n    description: New.\n";
  if (random_.one_in(4))
    text.insert(at + 10, term);
  else
    text += term;
  inputs_.content["vocabulary.yaml"] = text;
  return "vocabulary";
}

std::string Author::translate_vocabulary() {
  if (!inputs_.content.erase("vocabulary.es.yaml") || random_.one_in(2))
    inputs_.content["vocabulary.es.yaml"] =
        "stages:\n  well:\n    label: Bien " + new_word() + "\n    description: Sin dolor.\n";
  return "translated vocabulary";
}

std::string Author::change_references() {
  if (random_.one_in(2))
    set_line("references.yaml", "  title:", "  title: Reference " + new_word());
  else
    inputs_.content["references.yaml"] = inputs_.content["references.yaml"].str() + "K" +
                                         new_word() + ":\n  title: New\n  grade: B\n";
  return "references";
}

std::string Author::change_data() {
  inputs_.content["data/team.yaml"] =
      "name: Team " + new_word() + "\nlist: [one, " + new_word() + "]\n";
  if (!inputs_.content.erase("data/more.yaml")) inputs_.content["data/more.yaml"] = "a: 1\n";
  return "data";
}

std::string Author::change_template() {
  const std::string path = any_file(inputs_.site, "templates/", ".mustache");
  inputs_.site[path] = inputs_.site[path].str() + "<p>" + new_word() + "</p>\n";
  return path;
}

std::string Author::change_words() {
  const std::string path = any_file(inputs_.site, "words/", ".yaml");
  const std::string key = pick(random_, {"not_given", "source_note"});
  std::string text = inputs_.site[path];
  const std::size_t at = text.find("\n" + key + ":");
  if (at == std::string::npos) return "nothing";
  text.replace(at + 1, text.find('\n', at + 1) - at - 1, key + ": \"" + new_word() + " {0}\"");
  inputs_.site[path] = text;
  return path;
}

std::string Author::change_theme() {
  inputs_.site["theme/theme.css"] = "p { margin: " + number(random_.below(50)) + "px }\n";
  return "theme";
}

std::string Author::change_image() {
  inputs_.content["images/knee.svg"] =
      "<svg width=\"" + number(random_.between(1, 99)) + "\" height=\"20\"></svg>";
  return "picture";
}

std::string Author::change_settings() {
  std::string text = inputs_.site["site.yaml"];
  const std::string smart = "markdown: { smart: false }\n";
  const std::size_t at = text.find(smart);
  if (at == std::string::npos)
    text += smart;
  else
    text.erase(at, smart.size());
  inputs_.site["site.yaml"] = text;
  return "settings";
}

std::string Author::change_planner() {
  std::string text = inputs_.content["planner.yaml"];
  const std::size_t at = text.find("switch_sides: ");
  if (at == std::string::npos) return "nothing";
  text.replace(at, text.find('\n', at) - at, "switch_sides: " + number(random_.between(0, 60)));
  inputs_.content["planner.yaml"] = text;
  return "planner";
}

std::string Author::change_options() {
  if (random_.one_in(2))
    options_.drafts = !options_.drafts;
  else
    options_.base_url = options_.base_url.empty() ? "https://other.example/" : "";
  return "options";
}

// Any line of any file is lost, doubled, cut or mistyped.
std::string Author::break_something() {
  FileTree& tree = random_.one_in(4) ? inputs_.site : inputs_.content;
  const std::string path = any_file(tree, "", "");
  if (random_.one_in(10)) {
    tree.erase(path);
    return "lost " + path;
  }
  std::string text = tree[path];
  if (text.empty()) return "nothing";
  const auto at = static_cast<std::size_t>(random_.below(static_cast<int>(text.size())));
  const std::size_t start = text.rfind('\n', at) + 1;
  const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
  if (start >= end) return "nothing";
  const int kind = random_.below(5);
  if (kind == 0) text.erase(start, end - start);
  if (kind == 1) text.insert(start, text.substr(start, end - start));
  if (kind == 2) text.erase(at, end - at);
  if (kind == 3) text[at] = pick(random_, {"x", "{", "}", "#", "\"", ":", "1", "\xff"})[0];
  if (kind == 4 && at + 1 < text.size()) std::swap(text[at], text[at + 1]);
  tree[path] = text;
  return "broken " + path + " at " + number(static_cast<int>(at));
}

// Everything as it was before it broke, as other objects.
std::string Author::mend() {
  for (auto* trees : {&inputs_.content, &inputs_.site}) {
    const FileTree& sound = trees == &inputs_.content ? sound_inputs_.content : sound_inputs_.site;
    FileTree mended;
    for (const auto& [path, bytes] : sound) {
      const auto now = trees->find(path);
      mended[path] = now != trees->end() && now->second == bytes ? now->second : Bytes(bytes.str());
    }
    *trees = std::move(mended);
  }
  options_ = sound_options_;
  return "mended";
}

std::string Author::change() {
  static const std::vector<Change> changes = {
      &Author::change_title,          &Author::change_title,       &Author::change_summary,
      &Author::change_order,          &Author::change_dose,        &Author::change_relation,
      &Author::change_verdict,        &Author::change_draft,       &Author::change_text,
      &Author::change_text,           &Author::change_heading,     &Author::change_entry,
      &Author::change_alias,          &Author::change_update,      &Author::add_exercise,
      &Author::remove_exercise,       &Author::rename_exercise,    &Author::add_or_remove_page,
      &Author::add_or_remove_article, &Author::change_condition,   &Author::change_routine,
      &Author::change_translation,    &Author::change_translation, &Author::change_vocabulary,
      &Author::translate_vocabulary,  &Author::change_references,  &Author::change_data,
      &Author::change_template,       &Author::change_words,       &Author::change_theme,
      &Author::change_image,          &Author::change_settings,    &Author::change_planner,
      &Author::change_options};
  if (steps_until_mended_ == 0) return mend();
  if (random_.one_in(6)) return break_something();
  return (
      this->*changes[static_cast<std::size_t>(random_.below(static_cast<int>(changes.size())))])();
}

void Author::saw(bool sound) {
  if (sound) {
    sound_inputs_ = inputs_;
    sound_options_ = options_;
    steps_until_mended_ = -1;
  } else {
    steps_until_mended_ = steps_until_mended_ < 0 ? random_.below(4) : steps_until_mended_ - 1;
  }
}

}  // namespace unclench::test
