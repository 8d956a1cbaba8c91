#include "render/app_views.h"

#include "render/page_jobs.h"

namespace unclench::render {
namespace {

Value terms_with_texts(const auto& terms, const std::vector<std::string>& texts) {
  Value list = Value::List();
  for (std::size_t i = 0; i < terms.size(); ++i)
    list.add(object("id", Value::borrowed(terms[i].id), "label", Value::borrowed(terms[i].label),
                    "description", Value::borrowed(texts[i])));
  return list;
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

}  // namespace

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

void add_search_page(const Site& site, std::vector<PageJob>& jobs) {
  if (!site.templates.has("search")) return;
  jobs.push_back(job_of("/search/", 0, [&site](Diagnostics&) {
    PageView view =
        list_view("search", site.phrases.get("search.title"), site.phrases.get("search.summary"));
    view.values.set("index_url", site.url("/search.json"));
    return view;
  }));
}

}  // namespace unclench::render
