#include "render/json_ld.h"

#include "codec/json_text.h"
#include "render/inlining.h"
#include "render/search_index.h"

namespace unclench::render {
namespace {

using codec::JsonText;

// The address of a path of the site.
std::string full(const Site& site, std::string_view path) {
  const std::string& base_url = site.settings.base_url;
  return base_url + std::string(path.substr(std::min(path.size(), site.root.size())));
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

// The texts of the items of a list in HTML. An item inside another belongs to it.
std::vector<std::string> items_of(const std::string& html) {
  std::vector<std::string> items;
  for (std::size_t at = html.find("<li>"); at != std::string::npos; at = html.find("<li>", at)) {
    const std::size_t end = std::min(html.find("</li>", at), html.size());
    std::string text = plain_text_of_html(html.substr(at, end - at));
    if (text = trimmed(text); !text.empty()) items.push_back(std::move(text));
    at = end;
  }
  return items;
}

bool is_medical(const std::string& template_name) {
  return template_name == "exercise" || template_name == "condition" || template_name == "guide" ||
         template_name == "planned" || template_name == "routine" || template_name == "page" ||
         template_name == "evidence";
}

void write_crumbs(const Site& site, const std::vector<Crumb>& crumbs, const std::string& title,
                  const std::string& url, JsonText& json) {
  json.key("breadcrumb").begin_object().member("@type", "BreadcrumbList");
  json.key("itemListElement").begin_list();
  int position = 0;
  const auto item = [&](const std::string& name, const std::string& address) {
    json.begin_object()
        .member("@type", "ListItem")
        .member("position", ++position)
        .member("name", name)
        .member("item", address)
        .end_object();
  };
  for (const Crumb& crumb : crumbs) item(crumb.title, full(site, crumb.url));
  item(title, url);
  json.end_list().end_object();
}

}  // namespace

std::vector<Crumb> crumbs_of(const Site& site, const std::string& address) {
  std::vector<Crumb> crumbs;
  if (address == "/") return crumbs;
  crumbs.push_back({site.phrases.get("page.home"), site.base});
  const std::size_t end = address.find('/', 1);
  if (end == std::string::npos || end + 1 == address.size()) return crumbs;
  const std::string folder = address.substr(1, end - 1);
  const std::string title = site.phrases.get_or("lists." + folder + ".title", "");
  if (!title.empty()) crumbs.push_back({title, site.url("/" + folder + "/")});
  return crumbs;
}

std::string json_ld(const Site& site, const PageJob& job, const PageView& view,
                    const std::vector<Crumb>& crumbs, std::string_view picture) {
  const std::string url = full(site, site.url(job.address));
  JsonText json;
  json.begin_object().member("@context", "https://schema.org");
  json.member("@type", is_medical(view.template_name) ? "MedicalWebPage"
                       : job.address == "/about/"     ? "AboutPage"
                       : job.text                     ? "WebPage"
                                                      : "CollectionPage");
  json.member("@id", url).member("url", url).member("name", view.title);
  json.member("description", view.description)
      .member("inLanguage", view.language.empty() ? site.language : view.language);
  if (!job.updated.empty()) json.member("dateModified", job.updated);
  if (job.text && !job.text->reviewed.empty())
    json.member("lastReviewed", job.text->reviewed)
        .key("reviewedBy")
        .begin_object()
        .member("@type", "Person")
        .member("name", job.text->reviewed_by)
        .end_object();
  if (!picture.empty()) json.member("image", site.settings.base_url + std::string(picture));
  json.key("isPartOf")
      .begin_object()
      .member("@type", "WebSite")
      .member("name", site.settings.title)
      .member("url", full(site, site.base))
      .end_object();
  json.key("publisher")
      .begin_object()
      .member("@type", "Organization")
      .member("name", site.settings.author)
      .end_object();
  if (!crumbs.empty()) write_crumbs(site, crumbs, view.title, url, json);
  if (!view.subject.empty()) json.key("mainEntity").raw(view.subject);
  json.end_object();
  return inlined_json(json.take());
}

std::string how_to(const Site& site, const content::Exercise& exercise) {
  JsonText json;
  json.begin_object().member("@type", "HowTo").member("name", exercise.title);
  json.member("description", exercise.summary).key("step").begin_list();
  int position = 0;
  if (const content::Section* steps = section_of(exercise, "steps"))
    for (const std::string& step : items_of(steps->html))
      json.begin_object()
          .member("@type", "HowToStep")
          .member("position", ++position)
          .member("text", step)
          .end_object();
  json.end_list();
  const auto& equipment = site.edition.terms.equipment;
  if (exercise.movement.needs_one_of != 0) {
    json.key("tool").begin_list();
    for (std::size_t e = 0; e < equipment.size(); ++e)
      if (core::contains(exercise.movement.needs_one_of, static_cast<int>(e)))
        json.begin_object()
            .member("@type", "HowToTool")
            .member("name", equipment[e].label)
            .end_object();
    json.end_list();
  }
  json.end_object();
  return json.take();
}

std::string exercise_plan(const Site& site, const content::Routine& routine,
                          const PlannedRoutine& plan) {
  JsonText json;
  json.begin_object().member("@type", "ExercisePlan").member("name", routine.title);
  json.member("description", routine.summary);
  json.member("activityDuration", "PT" + std::to_string(plan.routine.total_seconds) + "S");
  json.key("hasPart").begin_list();
  for (const core::PlannedMovement& planned : plan.routine.movements) {
    const content::Exercise& exercise = *site.edition.exercises[core::at(planned.movement)];
    json.begin_object()
        .member("@type", "HowTo")
        .member("name", exercise.title)
        .member("url", full(site, site.url(exercise_address(exercise))))
        .end_object();
  }
  json.end_list().end_object();
  return json.take();
}

}  // namespace unclench::render
