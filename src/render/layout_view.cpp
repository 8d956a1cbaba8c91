#include "render/layout_view.h"

#include "render/json_ld.h"

namespace unclench::render {
namespace {

Value trail(const std::vector<Crumb>& crumbs) {
  Value list = Value::List();
  for (const Crumb& crumb : crumbs) list.add(object("title", crumb.title, "url", crumb.url));
  return list;
}

// The same page in all languages, where there are several.
Value alternates_of(const LayoutSources& sources, const Language& language, const PageJob& job) {
  Value list = Value::List();
  if (!job.listed || sources.languages.size() < 2) return list;
  const std::string below = job.address.substr(1);
  for (const Language& other : sources.languages)
    list.add(object("language", other.code, "url", sources.settings.base_url + other.prefix + below,
                    "path", sources.base + other.prefix + below, "name",
                    other.phrases->get_or("language_name", other.code), "is_this",
                    other.code == language.code));
  return list;
}

// What a page that plans as soon as it opens needs at once, besides its stylesheets.
Value announced_by(const PageView& view, const Assets& assets) {
  Value list = Value::List();
  if (!view.plans_at_once) return list;
  const auto announce = [&](std::string_view rel, std::string_view url) {
    if (url.empty()) return;
    list.add(
        object("rel", std::string(rel), "url", std::string(url), "is_fetched", rel == "preload"));
  };
  announce("modulepreload", assets.url(view.template_name + "_js"));
  announce("preload", view.values.find("catalogue_url")->text());
  announce("preload", assets.url("core_wasm"));
  announce("modulepreload", assets.url("core_worker_js"));  // no preload is seen by a worker
  return list;
}

// What stands in the head of the page.
void add_head(const LayoutSources& sources, const Language& language, const PageJob& job,
              PageView& view) {
  Value& values = view.values;
  const Settings& settings = language.settings;
  values.set("head_title", job.address == "/" ? settings.title + ": " + settings.tagline
                                              : view.title + " - " + settings.title);
  values.set("description", view.description);
  const std::string& home = sources.settings.base_url;
  const bool is_found = job.listed && sources.is_published;
  values.set("canonical", is_found ? home + language.prefix + job.address.substr(1) : "");
  const std::string_view picture = picture_of(job, sources.pictures);
  values.set("picture", picture.empty() ? "" : home + std::string(picture));
  const std::string& icon = sources.pictures.touch_icon;
  values.set("touch_icon", icon.empty() ? "" : sources.base + icon);
  const std::vector<Crumb> crumbs = crumbs_of(*language.site, job.address);
  offer(*language.site, values, "crumbs", [&] { return trail(crumbs); });
  const bool is_described = language.site->describes_pages && job.listed;
  values.set("json_ld",
             is_described ? json_ld(*language.site, job, view, crumbs, picture) : std::string());
  Value alternates = alternates_of(sources, language, job);
  values.set("has_alternates", alternates.is_true());
  values.set("alternates", std::move(alternates));
  values.set("runs_core", values.find("script_words") != nullptr);
  values.set("announced", announced_by(view, sources.assets));
}

// Which part of the site the page belongs to.
void add_section(const PageJob& job, Value& values) {
  const std::string section = job.address.substr(1, job.address.find('/', 1) - 1);
  values.set("in_exercises", section == "exercises");
  values.set("in_builder", section == "builder");
  values.set("in_plans", section == "plans" || section == "progress");
  values.set("in_routines", section == "routines");
  values.set("in_help", section == "get-help");
}

}  // namespace

std::string_view picture_of(const PageJob& job, const Pictures& pictures) {
  return job.picture.empty() ? std::string_view(pictures.site) : job.picture;
}

void add_layout_values(const LayoutSources& sources, const Language& language, const PageJob& job,
                       PageView& view) {
  Value& values = view.values;
  add_head(sources, language, job, view);
  add_section(job, values);
  values.set("page_title", view.title);
  values.set("is_text", job.text != nullptr);
  values.set("text_language", view.language == language.code ? "" : view.language);
  values.set("text_direction", direction_of(view.language));
  const Value* citations = values.find("citations");
  values.set("has_citations", citations && citations->is_true());
  values.set("source_file", Value::borrowed(job.source));
  values.set("updated", Value::borrowed(job.updated));
  Value related = job.text ? related_links(*language.site, *job.text) : Value::List();
  values.set("has_read_next", related.is_true());
  values.set("read_next", std::move(related));
}

}  // namespace unclench::render
