#include "render/list_views.h"

#include <algorithm>

#include "codec/catalogue_json.h"
#include "content/reading.h"
#include "render/cards.h"
#include "render/evidence_view.h"

namespace unclench::render {
namespace {

using content::Exercise;

PageView list_view(const std::string& template_name, const std::string& title,
                   const std::string& summary) {
  PageView view;
  view.template_name = template_name;
  view.title = title;
  view.description = summary;
  view.values.set("title", title);
  view.values.set("summary", summary);
  return view;
}

// The page of a list with a title and a summary among the phrases.
PageView named_list(const Site& site, const std::string& template_name, const std::string& name) {
  return list_view(template_name, site.phrases.get("lists." + name + ".title"),
                   site.phrases.get("lists." + name + ".summary"));
}

PageJob job_of(const std::string& address, Hash inputs,
               std::function<PageView(Diagnostics&)> view) {
  PageJob job;
  job.address = address;
  job.inputs = inputs;
  job.view = std::move(view);
  return job;
}

PageJob job_of(const content::PageText& page, const std::string& address, Hash inputs,
               std::function<PageView(Diagnostics&)> view) {
  PageJob job = job_of(address, combine(page.whole, inputs), std::move(view));
  job.source = page.file->path;
  job.updated = page.updated;
  job.text = &page;
  return job;
}

// Places of exercises, in catalogue order.
using Group = std::vector<std::size_t>;

// The exercises of each term, of which `terms_of` gives the set for an exercise.
template <typename TermsOf>
std::vector<Group> groups_by_term(const Site& site, std::size_t terms, TermsOf terms_of) {
  std::vector<Group> groups(terms);
  const auto& exercises = site.edition.exercises;
  for (std::size_t i = 0; i < exercises.size(); ++i) {
    const core::Mask set = terms_of(*exercises[i]);
    for (std::size_t t = 0; t < terms; ++t)
      if (core::contains(set, static_cast<int>(t))) groups[t].push_back(i);
  }
  return groups;
}

core::Mask posture_of(const Exercise& exercise) {
  return core::mask_of(exercise.movement.posture);
}

core::Mask targets_of(const Exercise& exercise) {
  return target_set(exercise.movement);
}

core::Mask equipment_of(const Exercise& exercise) {
  return exercise.movement.needs_one_of | exercise.helps;
}

Hash hash_of_card(const Exercise& exercise) {
  return combine(exercise.head, exercise.card);
}

Hash hash_of_cards(const Site& site, const Group& group) {
  Hash hash = group.size();
  for (std::size_t place : group)
    hash = combine(hash, hash_of_card(*site.edition.exercises[place]));
  return hash;
}

Value cards_of(const Site& site, const Group& group) {
  Value::List cards;
  cards.reserve(group.size());
  for (std::size_t place : group) cards.push_back(Value::reference_to(site.cards[place]));
  return cards;
}

Value terms_with_texts(const auto& terms, const std::vector<std::string>& texts) {
  Value list = Value::List();
  for (std::size_t i = 0; i < terms.size(); ++i)
    list.add(object("id", Value::borrowed(terms[i].id), "label", Value::borrowed(terms[i].label),
                    "description", Value::borrowed(texts[i])));
  return list;
}

// The first in the catalogue; null when none has a figure.
const Exercise* first_with_figure(const content::Edition& edition) {
  for (const auto& exercise : edition.exercises)
    if (exercise->figure) return exercise.get();
  return nullptr;
}

Value first_figure(const Site& site) {
  const Exercise* first = first_with_figure(site.edition);
  return first ? figure_values(site, *first) : Value();
}

Hash hash_of_first_figure(const content::Edition& edition) {
  const Exercise* first = first_with_figure(edition);
  return first ? first->whole : 0;
}

// The routines that are made here, not those of articles.
Value presets(const Site& site) {
  Value list = Value::List();
  for (const auto& routine : site.edition.routines)
    if (routine->request)
      list.add(object("title", Value::borrowed(routine->title), "url",
                      site.url(routine_address(*routine)), "summary",
                      Value::borrowed(routine->summary), "minutes",
                      static_cast<int>(routine->request->fields.minutes.value_or(0))));
  return list;
}

void add_home_page(const Site& site, std::vector<PageJob>& jobs) {
  const content::Edition& edition = site.edition;
  Hash inputs = combine(edition.exercises.size(), edition.articles.size());
  for (const auto& routine : edition.routines) inputs = combine(inputs, routine->whole);
  inputs = combine(inputs, hash_of_first_figure(edition));
  jobs.push_back(job_of("/", inputs, [&site](Diagnostics&) {
    PageView view = list_view("home", site.settings.title, site.settings.description);
    view.values.set("exercise_count", site.edition.exercises.size());
    view.values.set("condition_count", site.edition.conditions.size());
    view.values.set("article_count", site.edition.articles.size());
    view.values.set("presets", presets(site));
    view.values.set("figure", first_figure(site));
    return view;
  }));
}

// The library by position, which is what a person can do now.
void add_library_page(const Site& site, std::vector<PageJob>& jobs) {
  Hash inputs = 0;
  for (const auto& exercise : site.edition.exercises)
    inputs = combine(inputs, hash_of_card(*exercise));
  jobs.push_back(job_of("/exercises/", inputs, [&site](Diagnostics&) {
    PageView view = named_list(site, "library", "exercises");
    view.values.set("count", site.edition.exercises.size());
    Value groups = Value::List();
    const auto& postures = site.edition.terms.postures;
    const std::vector<Group> by_posture = groups_by_term(site, postures.size(), posture_of);
    for (std::size_t p = 0; p < postures.size(); ++p) {
      const Group& group = by_posture[p];
      if (group.empty()) continue;
      groups.add(object("title", Value::borrowed(postures[p].label), "id",
                        Value::borrowed(postures[p].id), "summary",
                        Value::borrowed(site.edition.term_texts.postures[p]), "exercises",
                        cards_of(site, group)));
    }
    view.values.set("groups", std::move(groups));
    view.values.set("filters", library_filters(site));
    return view;
  }));
}

// One page a term of a vocabulary, and one that lists them.
template <typename Terms, typename TermsOf>
void add_term_pages(const Site& site, const std::string& folder, const Terms& terms,
                    const std::vector<std::string>& texts, TermsOf terms_of,
                    std::vector<PageJob>& jobs) {
  const std::string address = "/" + folder + "/";
  std::vector<Group> groups = groups_by_term(site, terms.size(), terms_of);
  for (std::size_t t = 0; t < terms.size(); ++t) {
    auto group = std::make_shared<const Group>(std::move(groups[t]));
    jobs.push_back(job_of(
        address + terms[t].id + "/", hash_of_cards(site, *group),
        [&site, &term = terms[t], &text = texts[t], folder, address, group](Diagnostics&) {
          PageView view = list_view("term", term.label, text);
          view.values.set("parent", object("title", site.phrases.get("lists." + folder + ".title"),
                                           "url", site.url(address)));
          view.values.set("exercises", cards_of(site, *group));
          return view;
        }));
  }
  jobs.push_back(job_of(address, 0, [&site, &terms, &texts, folder, address](Diagnostics&) {
    PageView view = named_list(site, "list", folder);
    Value items = Value::List();
    for (std::size_t t = 0; t < terms.size(); ++t)
      items.add(link_item(terms[t].label, site.url(address + terms[t].id + "/"), texts[t]));
    view.values.set("items", std::move(items));
    return view;
  }));
}

void add_vocabulary_pages(const Site& site, std::vector<PageJob>& jobs) {
  const core::Catalogue& terms = site.edition.terms;
  const content::TermTexts& texts = site.edition.term_texts;
  add_term_pages(site, "postures", terms.postures, texts.postures, posture_of, jobs);
  add_term_pages(site, "targets", terms.targets, texts.targets, targets_of, jobs);
  add_term_pages(site, "equipment", terms.equipment, texts.equipment, equipment_of, jobs);
}

// The items of a list page and what they depend on.
template <typename T, typename Address>
void add_index(const Site& site, const std::string& folder, const content::Shared<T>& pages,
               Address address_of, std::vector<PageJob>& jobs) {
  Hash inputs = pages.size();
  for (const auto& page : pages) inputs = combine(inputs, page->head);
  jobs.push_back(
      job_of("/" + folder + "/", inputs, [&site, &pages, folder, address_of](Diagnostics&) {
        PageView view = named_list(site, "list", folder);
        Value items = Value::List();
        for (const auto& page : pages)
          items.add(link_item(page->title, site.url(address_of(*page)), page->summary));
        view.values.set("items", std::move(items));
        return view;
      }));
}

Value verdict_group(const Site& site, std::size_t condition, core::Verdict verdict,
                    CitationNumbers& citations) {
  Value rules = Value::List();
  for (const auto& exercise : site.edition.exercises) {
    const core::ConditionRule& rule = exercise->movement.conditions[condition];
    if (rule.verdict != verdict) continue;
    const content::Citations& sources = exercise->condition_sources[condition];
    Value link = link_to_exercise(site, *exercise);
    link.set("note", Value::borrowed(rule.note));
    link.set("editors", sources.empty());
    link.set("citations", citations.cite(sources));
    rules.add(std::move(link));
  }
  const std::string id = codec::verdict_id(verdict);
  const bool any = rules.is_true();
  return object("title", site.phrases.get("condition." + id), "verdict", id, "any", any, "rules",
                std::move(rules));
}

PageView condition_page(const Site& site, std::size_t c, Diagnostics& diagnostics) {
  const content::Condition& condition = *site.edition.conditions[c];
  CitationNumbers citations(site);
  PageView view = view_of("condition", condition);
  view.values.set("body", body_values(site, condition, citations, diagnostics));
  view.values.set("body_citations", citations.cite(condition.sources));
  Value groups = Value::List();
  for (core::Verdict verdict : {core::Verdict::avoid, core::Verdict::care, core::Verdict::fine})
    groups.add(verdict_group(site, c, verdict, citations));
  view.values.set("groups", std::move(groups));
  view.values.set("citations", citations.list());
  return view;
}

Hash hash_of_verdicts(const content::Edition& edition, std::size_t c) {
  Hash hash = edition.exercises.size();
  for (const auto& exercise : edition.exercises) {
    const core::ConditionRule& rule = exercise->movement.conditions[c];
    hash = combine(hash, combine(exercise->head, static_cast<Hash>(rule.verdict)));
    if (!rule.note.empty()) hash = combine(hash, hash_of(rule.note));
    hash = combine(hash, content::hash_all(exercise->condition_sources[c]));
  }
  return hash;
}

void add_condition_pages(const Site& site, std::vector<PageJob>& jobs) {
  const content::Edition& edition = site.edition;
  for (std::size_t c = 0; c < edition.conditions.size(); ++c) {
    const content::Condition& condition = *edition.conditions[c];
    jobs.push_back(job_of(
        condition, condition_address(condition),
        combine(hash_of_verdicts(edition, c), hash_of_shown(edition, condition)),
        [&site, c](Diagnostics& diagnostics) { return condition_page(site, c, diagnostics); }));
  }
  add_index(site, "conditions", edition.conditions, condition_address, jobs);
}

struct UsedEntry {
  const content::ArticleEntry* entry;
  const Exercise* exercise;
};

// What an article gives, in its own order.
std::vector<UsedEntry> entries_of(const content::Edition& edition, const std::string& article) {
  std::vector<UsedEntry> used;
  for (const auto& exercise : edition.exercises)
    for (const content::ArticleEntry& entry : exercise->entries)
      if (entry.article == article) used.push_back({&entry, exercise.get()});
  std::stable_sort(used.begin(), used.end(), [](const UsedEntry& a, const UsedEntry& b) {
    return a.entry->order < b.entry->order;
  });
  return used;
}

PageView article_page(const Site& site, const content::Article& article,
                      const std::vector<UsedEntry>& used, Diagnostics& diagnostics) {
  CitationNumbers citations(site);
  PageView view = view_of("article", article);
  view.values.set("file", Value::borrowed(article.file_name));
  view.values.set("body", body_values(site, article, citations, diagnostics));
  Value entries = Value::List();
  for (const UsedEntry& use : used)
    entries.add(object("order", use.entry->order, "name", Value::borrowed(use.entry->name),
                       "exercise", link_to_exercise(site, *use.exercise)));
  view.values.set("entries", std::move(entries));
  Value link;
  for (const auto& routine : site.edition.routines)
    if (routine->article >= 0 &&
        site.edition.articles[static_cast<std::size_t>(routine->article)]->id == article.id)
      link = link_item(routine->title, site.url(routine_address(*routine)), routine->summary);
  view.values.set("routine", std::move(link));
  view.values.set("citations", citations.list());
  return view;
}

void add_article_pages(const Site& site, std::vector<PageJob>& jobs) {
  const content::Edition& edition = site.edition;
  for (const auto& article : edition.articles) {
    auto used = std::make_shared<const std::vector<UsedEntry>>(entries_of(edition, article->id));
    Hash inputs = combine(used->size(), hash_of_shown(edition, *article));
    for (const UsedEntry& use : *used)
      inputs = combine(combine(inputs, use.exercise->head),
                       combine(hash_of(use.entry->name), static_cast<Hash>(use.entry->order)));
    for (const auto& routine : edition.routines) inputs = combine(inputs, routine->head);
    jobs.push_back(job_of(*article, article_address(*article), inputs,
                          [&site, &page = *article, used](Diagnostics& diagnostics) {
                            return article_page(site, page, *used, diagnostics);
                          }));
  }
  add_index(site, "sources", edition.articles, article_address, jobs);
}

void add_references_page(const Site& site, std::vector<PageJob>& jobs) {
  jobs.push_back(job_of("/references/", 0, [&site](Diagnostics&) {
    PageView view = named_list(site, "references", "references");
    Value list = Value::List();
    for (const content::Reference& reference : site.edition.references)
      list.add(object("key", Value::borrowed(reference.key), "title",
                      Value::borrowed(reference.title), "url", Value::borrowed(reference.url),
                      "grade", Value::borrowed(reference.grade), "seen",
                      Value::borrowed(reference.seen), "note", Value::borrowed(reference.note)));
    view.values.set("references", std::move(list));
    return view;
  }));
}

// A page that has nothing but its text.
PageView text_page(const Site& site, const std::string& template_name,
                   const content::PageText& page, Diagnostics& diagnostics) {
  CitationNumbers citations(site);
  PageView view = view_of(template_name, page);
  view.values.set("body", body_values(site, page, citations, diagnostics));
  view.values.set("citations", citations.list());
  return view;
}

Value conditions_with_texts(const Site& site) {
  Value list = Value::List();
  for (const auto& condition : site.edition.conditions)
    list.add(object("id", Value::borrowed(condition->id), "label",
                    Value::borrowed(condition->label), "description",
                    Value::borrowed(condition->summary)));
  return list;
}

// A page that a script fills.
PageJob app_page(const Site& site, const std::string& name, bool plans_at_once) {
  return job_of("/" + name + "/", 0, [&site, name, plans_at_once](Diagnostics&) {
    const core::Catalogue& terms = site.edition.terms;
    const content::TermTexts& texts = site.edition.term_texts;
    PageView view = list_view(name, site.phrases.get_or(name + ".title", name),
                              site.phrases.get_or(name + ".summary", ""));
    view.values.set("stages", terms_with_texts(terms.stages, texts.stages));
    view.values.set("postures", terms_with_texts(terms.postures, texts.postures));
    view.values.set("surfaces", terms_with_texts(terms.surfaces, texts.surfaces));
    view.values.set("equipment", terms_with_texts(terms.equipment, texts.equipment));
    view.values.set("targets", terms_with_texts(terms.targets, texts.targets));
    view.values.set("conditions", conditions_with_texts(site));
    view.values.set("catalogue_url", site.url("/catalogue.json"));
    view.values.set("script_words", site.phrases.script_json(name));
    view.plans_at_once = plans_at_once;
    return view;
  });
}

// An edition without the template of the session, of the kept routines or of the progress does
// without that page. They are about one person, and nothing for a search engine.
void add_app_pages(const Site& site, std::vector<PageJob>& jobs) {
  jobs.push_back(app_page(site, "builder", true));
  const auto add_personal = [&](const char* name, bool plans_at_once) {
    if (!site.templates.has(name)) return;
    jobs.push_back(app_page(site, name, plans_at_once));
    jobs.back().listed = false;
  };
  add_personal("session", true);
  add_personal("plans", false);
  add_personal("progress", false);
}

// Only a script finds something with it. An edition without the template has no search.
void add_search_page(const Site& site, std::vector<PageJob>& jobs) {
  if (!site.templates.has("search")) return;
  jobs.push_back(job_of("/search/", 0, [&site](Diagnostics&) {
    PageView view =
        list_view("search", site.phrases.get("search.title"), site.phrases.get("search.summary"));
    view.values.set("index_url", site.url("/search.json"));
    return view;
  }));
}

// What the theme has, for those who change it. An edition without the template has no such page.
void add_design_page(const Site& site, std::vector<PageJob>& jobs) {
  if (!site.templates.has("design")) return;
  PageJob job = job_of("/design/", hash_of_first_figure(site.edition), [&site](Diagnostics&) {
    PageView view =
        list_view("design", site.phrases.get("design.title"), site.phrases.get("design.summary"));
    view.values.set("figure", first_figure(site));
    return view;
  });
  job.listed = false;
  jobs.push_back(std::move(job));
}

void add_guide_pages(const Site& site, std::vector<PageJob>& jobs) {
  for (const auto& guide : site.edition.guides)
    jobs.push_back(job_of(*guide, guide_address(*guide), hash_of_shown(site.edition, *guide),
                          [&site, &page = *guide](Diagnostics& diagnostics) {
                            return text_page(site, "guide", page, diagnostics);
                          }));
  add_index(site, "guides", site.edition.guides, guide_address, jobs);
}

// Those that are planned, and those of the articles.
void add_routine_index(const Site& site, std::vector<PageJob>& jobs) {
  Hash inputs = site.edition.routines.size();
  for (const auto& routine : site.edition.routines) inputs = combine(inputs, routine->head);
  jobs.push_back(job_of("/routines/", inputs, [&site](Diagnostics&) {
    PageView view = named_list(site, "routines", "routines");
    Value planned = Value::List(), published = Value::List();
    for (const auto& routine : site.edition.routines)
      (routine->request ? planned : published)
          .add(link_item(routine->title, site.url(routine_address(*routine)), routine->summary));
    view.values.set("has_planned", planned.is_true());
    view.values.set("has_published", published.is_true());
    view.values.set("planned", std::move(planned));
    view.values.set("published", std::move(published));
    return view;
  }));
}

}  // namespace

void add_list_pages(const Site& site, std::vector<PageJob>& jobs) {
  add_home_page(site, jobs);
  add_library_page(site, jobs);
  add_vocabulary_pages(site, jobs);
  add_condition_pages(site, jobs);
  add_routine_index(site, jobs);
  add_guide_pages(site, jobs);
  add_article_pages(site, jobs);
  add_references_page(site, jobs);
  if (site.settings.evidence) jobs.push_back(evidence_job(site));
  add_app_pages(site, jobs);
  add_search_page(site, jobs);
  add_design_page(site, jobs);
  for (const auto& page : site.edition.pages)
    jobs.push_back(job_of(*page, "/" + page->id + "/", hash_of_shown(site.edition, *page),
                          [&site, &text = *page](Diagnostics& diagnostics) {
                            return text_page(site, "page", text, diagnostics);
                          }));
}

PageJob not_found_page(const Site& site) {
  PageJob job = job_of("/404.html", 0, [&site](Diagnostics&) {
    return list_view("not_found", site.phrases.get("not_found.title"),
                     site.phrases.get("not_found.summary"));
  });
  job.listed = false;
  return job;
}

PageJob redirect_page(const Site& site, const content::PlacedWord& alias, const std::string& target,
                      const content::PageText& page) {
  PageJob job =
      job_of(alias.word, combine(hash_of(target), page.head), [&site, target, &page](Diagnostics&) {
        PageView view = list_view("redirect", page.title, page.summary);
        view.values.set("url", site.url(target));
        return view;
      });
  job.listed = false;
  job.source = page.file->path;
  job.alias_file = page.file.get();
  job.alias_span = alias.span;
  return job;
}

}  // namespace unclench::render
