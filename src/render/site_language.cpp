#include "render/site_language.h"

#include <algorithm>
#include <set>

#include "base/parallel.h"
#include "render/cards.h"
#include "render/exercise_view.h"
#include "render/list_views.h"
#include "render/routine_view.h"
#include "render/translated_words.h"

namespace unclench::render {
namespace {

Hash hash_of_tree(const FileTree& tree, const std::string& folder) {
  Hash hash = 0;
  for (auto file = tree.lower_bound(folder);
       file != tree.end() && file->first.compare(0, folder.size(), folder) == 0; ++file)
    hash = combine(combine(hash, hash_of(file->first)), file->second.hash());
  return hash;
}

std::set<std::string_view> keys_of(const std::vector<content::YamlNode>& items) {
  std::set<std::string_view> keys;
  for (const content::YamlNode& item : items)
    for (const content::YamlEntry& entry : item.entries) keys.insert(entry.key.text);
  return keys;
}

Value value_of(const content::YamlNode& node) {
  switch (node.kind) {
    case content::YamlNode::Kind::sequence: {
      // What one item of a list has is known to all of them, so that a template can ask for it.
      const std::set<std::string_view> keys = keys_of(node.items);
      Value list = Value::List();
      for (const content::YamlNode& item : node.items) {
        Value value = value_of(item);
        if (item.kind == content::YamlNode::Kind::mapping)
          for (const std::string_view key : keys)
            if (!value.find(key)) value.set(key, Value());
        list.add(std::move(value));
      }
      return list;
    }
    case content::YamlNode::Kind::mapping: {
      Value object = Value::Object();
      for (const content::YamlEntry& entry : node.entries)
        object.set(entry.key.text, value_of(entry.value));
      return object;
    }
    case content::YamlNode::Kind::scalar:
      break;
  }
  if (node.is_null()) return {};
  if (node.plain && node.text == "false") return false;
  return Value::borrowed(node.text);
}

bool has_feed(const content::Edition& edition) {
  const auto dated = [](const auto& page) { return !page->updated.empty(); };
  return std::any_of(edition.exercises.begin(), edition.exercises.end(), dated) ||
         std::any_of(edition.conditions.begin(), edition.conditions.end(), dated) ||
         std::any_of(edition.articles.begin(), edition.articles.end(), dated) ||
         std::any_of(edition.routines.begin(), edition.routines.end(), dated) ||
         std::any_of(edition.guides.begin(), edition.guides.end(), dated) ||
         std::any_of(edition.pages.begin(), edition.pages.end(), dated);
}

void add_list_and_exercise_pages(Site& site, unsigned threads, std::vector<PageJob>& jobs) {
  constexpr std::size_t at_a_time = 256;
  const std::size_t count = site.edition.exercises.size();
  std::vector<PageJob> exercises(count);
  site.exercise_links.resize(count);
  site.cards.resize(count);
  for_each_index(1 + (count + at_a_time - 1) / at_a_time, threads, [&](std::size_t n) {
    if (n == 0) return add_list_pages(site, jobs);
    for (std::size_t i = (n - 1) * at_a_time; i < std::min(count, n * at_a_time); ++i) {
      exercises[i] = exercise_job(site, i);
      site.exercise_links[i] = link_to_exercise(site, *site.edition.exercises[i]);
      site.cards[i] = card_of(site, *site.edition.exercises[i]);
    }
  });
  jobs.insert(jobs.end(), std::make_move_iterator(exercises.begin()),
              std::make_move_iterator(exercises.end()));
}

void add_redirects(const Site& site, std::vector<PageJob>& jobs) {
  std::vector<PageJob> redirects;
  for (const PageJob& job : jobs)
    if (job.text)
      for (const content::PlacedWord& alias : job.text->aliases)
        redirects.push_back(redirect_page(site, alias, job.address, *job.text));
  for (PageJob& job : redirects) jobs.push_back(std::move(job));
}

// A telephone number as a link has it.
std::string dialled(const std::string& number) {
  std::string digits;
  for (char c : number)
    if ((c >= '0' && c <= '9') || c == '+') digits += c;
  return digits;
}

Value layout_values(const PageSources& sources, const Language& language) {
  Value assets = Value::Object();
  for (const auto& [name, url] : sources.assets.urls) assets.set(name, Value::borrowed(url));
  Value data = Value::Object();
  for (const content::DataFile& file : sources.loaded.edition.data)
    data.set(file.name, value_of(file.value));
  const Settings& settings = language.settings;
  Value numbers = Value::List();
  for (const std::string& number : settings.emergency_numbers)
    numbers.add(object("number", Value::borrowed(number), "dialled", dialled(number)));
  const bool has_numbers = numbers.is_true();
  return object("has_emergency_numbers", has_numbers, "emergency_numbers", std::move(numbers),
                "has_evidence", settings.evidence, "base", language.site->base, "root",
                sources.base, "assets", std::move(assets), "data", std::move(data), "language",
                language.code, "direction", direction_of(language.code), "site_title",
                Value::borrowed(settings.title), "tagline", Value::borrowed(settings.tagline),
                "author", Value::borrowed(settings.author), "repository",
                Value::borrowed(settings.repository), "has_feed", has_feed(sources.loaded.edition),
                "moved_to", "");  // but of the pages at old addresses
}

Hash hash_of_shared(const PageSources& sources, const Language& language) {
  Hash hash = combine(language.edition->shared, sources.assets.hash);
  hash = combine(hash, hash_of_tree(sources.site, "templates/"));
  hash = combine(hash, hash_of_tree(sources.site, "words/"));
  hash = combine(hash, hash_of_tree(sources.site, "site.yaml"));
  hash = combine(hash, hash_of(sources.settings.base_url));
  hash = combine(hash, has_feed(sources.loaded.edition) ? 1 : 0);
  return combine(hash, hash_of(language.code));
}

}  // namespace

const char* direction_of(std::string_view language) {
  constexpr std::string_view codes[] = {"ar",  "arc", "ckb", "dv", "fa", "he", "ks", "ku", "lrc",
                                        "mzn", "nqo", "pnb", "ps", "sd", "ug", "ur", "yi"};
  constexpr std::string_view scripts[] = {"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"};
  const auto is_in = [](const auto& list, std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
  };
  const std::size_t dash = std::min(language.find('-'), language.size());
  std::string script(language.substr(std::min(dash + 1, language.size())));
  script.resize(std::min(script.find('-'), script.size()));
  for (char& c : script) c = static_cast<char>(c | 32);  // letters in lower case
  // A script that is named, as in "az-Arab", begins with a letter and has four.
  const bool names_script = script.size() == 4 && script[0] >= 'a';
  const bool is_rtl =
      names_script ? is_in(scripts, script) : is_in(codes, language.substr(0, dash));
  return is_rtl ? "rtl" : "ltr";
}

std::vector<Language> read_languages(const FileTree& site, const std::string& root,
                                     const Settings& settings, Diagnostics& diagnostics) {
  std::vector<std::string> codes = {settings.language};
  codes.insert(codes.end(), settings.languages.begin(), settings.languages.end());
  std::vector<Language> languages(codes.size());
  for (std::size_t i = 0; i < codes.size(); ++i) {
    languages[i].code = codes[i];
    languages[i].prefix = codes[i] == settings.language ? "" : codes[i] + "/";
    languages[i].words = read_words(site, root, codes[i], diagnostics);
  }
  for (Language& language : languages) {
    language.phrases = std::make_unique<Phrases>(language.words, diagnostics);
    const bool is_own = &language == &languages.front();
    language.templates = std::make_unique<Templates>(site, root, language.words, diagnostics,
                                                     is_own ? nullptr : &languages.front().words);
    if (!is_own) check_translated_words(languages.front().words, language.words, diagnostics);
    language.settings = settings;
    const auto translate = [&](const char* key, std::string& text) {
      text = language.phrases->get_or(std::string("site.") + key, text);
    };
    translate("title", language.settings.title);
    translate("tagline", language.settings.tagline);
    translate("description", language.settings.description);
  }
  return languages;
}

void list_pages(const PageSources& sources, Language& language, PlannedMemory& planned,
                Diagnostics& diagnostics) {
  const bool is_own = language.prefix.empty();
  language.edition = &sources.loaded.edition;
  for (const auto& translation : sources.loaded.translations)
    if (!is_own && translation.language == language.code) language.edition = &translation.edition;
  language.site = std::make_unique<Site>(
      Site{*language.edition, language.settings, *language.phrases, *language.templates,
           language.code, "/" + language.prefix, sources.base + language.prefix, sources.base});
  Site& site = *language.site;
  site.planned = sources.is_sound
                     ? plan_routines(*language.edition, sources.threads, planned, diagnostics)
                     : PlannedRoutines(language.edition->routines.size());
  site.describes_pages = language.templates->uses("json_ld");
  site.lists_citations =
      language.templates->uses("citations") || language.templates->uses("has_citations");
  site.figures = &sources.figures;
  site.pictures = &sources.pictures;
  site.routines_by_exercise = routines_by_exercise(*language.edition, site.planned);
  add_list_and_exercise_pages(site, sources.threads, language.jobs);
  add_routine_pages(site, language.jobs);
  add_redirects(site, language.jobs);
  if (is_own) language.jobs.push_back(not_found_page(site));
  language.values = layout_values(sources, language);
  language.shared = hash_of_shared(sources, language);
}

}  // namespace unclench::render
