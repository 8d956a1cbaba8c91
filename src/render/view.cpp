#include "render/view.h"

#include <algorithm>

#include "render/weights_view.h"

namespace unclench::render {

using content::Article;
using content::Citations;
using content::Reference;

std::string exercise_address(const content::Exercise& exercise) {
  return "/exercises/" + exercise.id + "/";
}
std::string article_address(const Article& article) {
  return "/sources/" + article.id + "/";
}
std::string routine_address(const content::Routine& routine) {
  return "/routines/" + routine.id + "/";
}
std::string guide_address(const content::Guide& guide) {
  return "/guides/" + guide.id + "/";
}
std::string condition_address(const content::Condition& condition) {
  return "/conditions/" + condition.id + "/";
}

const Article* find_article(const content::Edition& edition, const std::string& id) {
  for (const auto& article : edition.articles)
    if (article->id == id) return article.get();
  return nullptr;
}

const Reference* find_reference(const content::Edition& edition, const std::string& key) {
  for (const Reference& reference : edition.references)
    if (reference.key == key) return &reference;
  return nullptr;
}

Value CitationNumbers::number_of(const std::string& key) {
  auto found = std::find_if(keys_.begin(), keys_.end(),
                            [&](const std::string* known) { return *known == key; });
  if (found == keys_.end()) found = keys_.insert(keys_.end(), &key);
  return object("number", static_cast<std::size_t>(found - keys_.begin()) + 1);
}

Value CitationNumbers::cite(const Citations& citations) {
  Value numbers = Value::List();
  for (const std::string& key : citations) numbers.add(number_of(key));
  return numbers;
}

Value CitationNumbers::cite(const content::CitationUse& use) {
  Value numbers = Value::List();
  for (const content::CitedKey& cited : use.keys)
    if (is_known(cited.key)) numbers.add(number_of(cited.key));
  return numbers;
}

bool CitationNumbers::is_known(const std::string& key) const {
  return find_reference(site_.edition, key) || find_article(site_.edition, key);
}

Value CitationNumbers::list() const {
  Value list = Value::List();
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const std::string& key = *keys_[i];
    if (const Article* article = find_article(site_.edition, key))
      list.add(object("number", i + 1, "title", Value::borrowed(article->title), "url",
                      site_.url(article_address(*article)), "note",
                      site_.phrases.get("source_note", {article->file_name})));
    else if (const Reference* reference = find_reference(site_.edition, key))
      list.add(object("number", i + 1, "title", Value::borrowed(reference->title), "url",
                      Value::borrowed(reference->url), "note", Value::borrowed(reference->note)));
  }
  return list;
}

const DrawnFigure* drawn_figure(const Site& site, const content::Exercise& exercise) {
  if (!exercise.figure || !site.figures) return nullptr;
  const int place = site.edition.place_of_exercise(exercise.id);
  const auto at = static_cast<std::size_t>(place);
  const auto& figures = site.figures->exercises;
  return place < 0 || at >= figures.size() ? nullptr : figures[at].get();
}

std::string figure_url(const Site& site, const std::string& id, const char* kind) {
  return site.root + "figures/" + id + kind + ".svg";
}

namespace {

// With the name that stands below the figure, and where that leads; both may be empty.
Value values_of(const Site& site, const std::string& id, const DrawnFigure& drawn,
                std::string_view title, std::string url) {
  return object("still", figure_url(site, id, "-still"), "animated", figure_url(site, id, ""),
                "other_side", drawn.other_side.empty() ? "" : figure_url(site, id, "-mirrored"),
                "thumbnail", figure_url(site, id, "-thumb"), "description",
                Value::borrowed(drawn.description), "title", Value::borrowed(title), "url",
                std::move(url));
}

// Every stage's dose of an exercise, or that of one stage.
Value dose_values(const Site& site, const content::DoseUse& use) {
  const content::Exercise* exercise = site.edition.find_exercise(use.exercise);
  Value doses = Value::List();
  const auto& stages = site.edition.terms.stages;
  for (std::size_t s = 0; s < stages.size(); ++s) {
    const auto& dose = exercise->movement.doses[s];
    if (dose && (use.stage.empty() || use.stage == stages[s].id))
      doses.add(object("stage", Value::borrowed(stages[s].label), "text",
                       site.phrases.dose(exercise->movement, *dose)));
  }
  return object("title", Value::borrowed(exercise->title), "url",
                site.url(exercise_address(*exercise)), "doses", std::move(doses));
}

// A figure with its name, of an exercise or of a change of position.
Value movement_values(const Site& site, const std::string& name) {
  if (const content::Exercise* exercise = site.edition.find_exercise(name)) {
    const DrawnFigure* drawn = drawn_figure(site, *exercise);
    return drawn ? values_of(site, name, *drawn, exercise->title,
                             site.url(exercise_address(*exercise)))
                 : Value();
  }
  const int place = site.edition.place_of_change(name);
  if (place < 0 || !site.figures) return {};
  const auto at = static_cast<std::size_t>(place);
  return values_of(site, name, *site.figures->changes[at], site.edition.position_changes[at]->title,
                   "");
}

// Puts pieces of a page's text in the place of their marks.
class TextFiller {
 public:
  TextFiller(const Site& site, const content::PageText& page, CitationNumbers& citations,
             Diagnostics& diagnostics)
      : site_(site), page_(page), citations_(citations), diagnostics_(diagnostics) {}

  Value fill(const std::string& html) {
    const content::RenderedText& text = page_.body;
    const bool has_weights = html.find(content::weights_mark) != std::string::npos;
    if (text.doses.empty() && text.movements.empty() && text.citations.empty() && !has_weights)
      return Value::borrowed(html);
    std::string filled = html;
    if (has_weights)
      put(filled, content::weights_mark, "_weights", [&] { return weights_values(site_); });
    for (std::size_t n = 0; n < text.doses.size(); ++n)
      if (site_.edition.find_exercise(text.doses[n].exercise))
        put(filled, content::dose_mark(n), "_dose",
            [&] { return dose_values(site_, text.doses[n]); });
    for (std::size_t n = 0; n < text.movements.size(); ++n)
      put(filled, content::movement_mark(n), "_movement",
          [&] { return object("figure", movement_values(site_, text.movements[n].name)); });
    for (std::size_t n = 0; n < text.citations.size(); ++n) put_citation(filled, n);
    return filled;
  }

 private:
  // Words stand apart from the sentence, numbers right behind it.
  void put_citation(std::string& html, std::size_t n) {
    const content::CitationUse& use = page_.body.citations[n];
    put(
        html, content::citation_mark(n), "_cites",
        [&] { return object("editors", use.editors, "citations", citations_.cite(use)); },
        use.editors ? " " : "");
  }

  template <typename Values>
  void put(std::string& html, const std::string& mark, const std::string& partial, Values values,
           const std::string& before = "") {
    const std::size_t at = html.find(mark);
    if (at == std::string::npos) return;
    site_.templates.require(partial, diagnostics_);
    html.replace(at, mark.size(), before + site_.templates.render(partial, values(), diagnostics_));
  }

  const Site& site_;
  const content::PageText& page_;
  CitationNumbers& citations_;
  Diagnostics& diagnostics_;
};

}  // namespace

Value body_values(const Site& site, const content::PageText& page, CitationNumbers& citations,
                  Diagnostics& diagnostics) {
  TextFiller filler(site, page, citations, diagnostics);
  Value lead = filler.fill(page.body.lead);
  constexpr std::size_t sections_without_contents = 3;
  Value sections = Value::List(), contents = Value::List();
  for (const content::Section& section : page.body.sections) {
    sections.add(object("title", Value::borrowed(section.title), "id", Value::borrowed(section.id),
                        "html", filler.fill(section.html)));
    contents.add(
        object("title", Value::borrowed(section.title), "id", Value::borrowed(section.id)));
  }
  const bool is_long = page.body.sections.size() > sections_without_contents;
  return object("lead", std::move(lead), "sections", std::move(sections), "is_long", is_long,
                "contents", std::move(contents));
}

Value link_item(const std::string& title, const std::string& url, const std::string& summary) {
  return object("title", Value::borrowed(title), "url", url, "summary", Value::borrowed(summary));
}

core::Mask target_set(const core::Movement& movement) {
  core::Mask set = 0;
  for (const core::TargetWeight& target : movement.targets) set |= core::mask_of(target.target);
  return set;
}

Value link_to_exercise(const Site& site, const content::Exercise& exercise) {
  return object("title", Value::borrowed(exercise.title), "url",
                site.url_of("exercises", exercise.id), "summary", Value::borrowed(exercise.summary),
                "thumbnail",
                drawn_figure(site, exercise) ? figure_url(site, exercise.id, "-thumb") : "");
}

std::string animated_url(const Site& site, const content::Exercise& exercise) {
  return drawn_figure(site, exercise) ? figure_url(site, exercise.id, "") : "";
}

Value figure_values(const Site& site, const content::Exercise& exercise) {
  const DrawnFigure* drawn = drawn_figure(site, exercise);
  return drawn ? values_of(site, exercise.id, *drawn, "", "") : Value();
}

const content::Section* section_of(const content::PageText& page, std::string_view id) {
  for (const content::Section& section : page.body.sections)
    if (section.id == id) return &section;
  return nullptr;
}

PageView view_of(const std::string& template_name, const content::PageText& page) {
  PageView view;
  view.template_name = template_name;
  view.title = page.title;
  view.description = page.summary;
  view.language = page.language;
  view.values.set("id", Value::borrowed(page.id));
  view.values.set("title", Value::borrowed(page.title));
  view.values.set("summary", Value::borrowed(page.summary));
  view.values.set("reviewed", Value::borrowed(page.reviewed));
  view.values.set("reviewed_by", Value::borrowed(page.reviewed_by));
  return view;
}

Hash hash_of_shown(const content::Edition& edition, const content::PageText& page) {
  Hash hash = page.body.movements.empty() ? 0 : edition.figures;
  for (const content::MovementUse& use : page.body.movements)
    if (const content::Exercise* exercise = edition.find_exercise(use.name))
      hash = combine(hash, exercise->whole);
  for (const content::DoseUse& use : page.body.doses)
    if (const content::Exercise* exercise = edition.find_exercise(use.exercise))
      hash = combine(hash, exercise->whole);
  for (const content::PlacedWord& path : page.related)
    if (const content::PageText* other = find_text(edition, path.word))
      hash = combine(hash, other->head);
  return hash;
}

namespace {

// Of the page whose file has that path: "/guides/floor/" for "guides/floor".
std::string address_of(const std::string& path) {
  const std::string plain = "pages/";
  return "/" + (path.rfind(plain, 0) == 0 ? path.substr(plain.size()) : path) + "/";
}

}  // namespace

Value related_links(const Site& site, const content::PageText& page) {
  Value list = Value::List();
  for (const content::PlacedWord& path : page.related)
    if (const content::PageText* other = find_text(site.edition, path.word))
      list.add(link_item(other->title, site.url(address_of(path.word)), other->summary));
  return list;
}

}  // namespace unclench::render
