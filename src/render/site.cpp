#include "render/site.h"

#include "base/hash.h"
#include "render/assets.h"
#include "render/catalogue.h"
#include "render/exercise_view.h"
#include "render/link_check.h"
#include "render/list_views.h"
#include "render/template.h"

namespace unclench::render {
namespace {

constexpr const char* index_name = "index.html";

std::string file_name(const std::string& address) {
  const std::string path = address.substr(1);
  return path.empty() || path.back() == '/' ? path + index_name : path;
}

std::vector<PageView> all_pages(const Site& site) {
  std::vector<PageView> pages = other_pages(site);
  for (std::size_t i = 0; i < site.edition.exercises.size(); ++i)
    pages.push_back(exercise_page(site, static_cast<int>(i)));
  for (const content::ArticleRoutine& routine : site.edition.routines)
    pages.push_back(routine_page(site, routine));
  return pages;
}

// What the layout says around every page.
Json layout_values(const Site& site, const PageView& page, std::string content) {
  const Settings& settings = site.settings;
  Json values;
  values["base"] = site.base;
  values["assets"] = site.assets;
  values["language"] = settings.language;
  values["site_title"] = settings.title;
  values["tagline"] = settings.tagline;
  values["author"] = settings.author;
  values["repository"] = settings.repository;
  values["title"] = page.address == "/" ? settings.title + ": " + settings.tagline
                                        : page.title + " - " + settings.title;
  values["description"] = page.description;
  values["canonical"] = page.listed ? settings.base_url + page.address.substr(1) : "";
  values["runs_core"] = page.values.value("runs_core", false);
  values["in_exercises"] = page.section == "exercises";
  values["in_builder"] = page.section == "builder";
  values["in_routines"] = page.section == "routines";
  values["in_help"] = page.section == "get-help";
  values["content"] = std::move(content);
  return values;
}

std::string render_page(const Site& site, const Templates& templates, PageView& page) {
  page.values["base"] = site.base;
  page.values["assets"] = site.assets;
  page.values["site_title"] = site.settings.title;
  page.values["has_citations"] =
      page.values.contains("citations") && !page.values["citations"].empty();
  std::string content = templates.render(page.template_name, page.values);
  return templates.render("layout", layout_values(site, page, std::move(content)));
}

std::string sitemap(const Settings& settings, const std::vector<PageView>& pages) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const PageView& page : pages)
    if (page.listed)
      xml += "  <url><loc>" + content::escape_html(settings.base_url + page.address.substr(1)) +
             "</loc></url>\n";
  return xml + "</urlset>\n";
}

std::string manifest(const Site& site) {
  Json json;
  json["name"] = site.settings.title;
  json["short_name"] = site.settings.title;
  json["description"] = site.settings.description;
  json["lang"] = site.settings.language;
  json["start_url"] = site.base;
  json["scope"] = site.base;
  json["id"] = site.base;
  json["display"] = "standalone";
  json["background_color"] = "#fbf9f5";
  json["theme_color"] = "#17594f";
  json["icons"] = Json::array({{{"src", site.url("/icon.svg")},
                                {"type", "image/svg+xml"},
                                {"sizes", "any"},
                                {"purpose", "any"}}});
  return json.dump(2) + "\n";
}

// The service worker with the list of everything that it keeps for use without a network.
std::string service_worker(const FileTree& files, const std::string& code, bool network_first) {
  Json site{{"version", ""}, {"urls", Json::array()}, {"networkFirst", network_first}};
  std::string all;
  for (const auto& [path, bytes] : files) {
    all += path + content_hash(bytes);
    const std::size_t name = path.rfind('/') + 1;
    site["urls"].push_back(path.substr(name) == index_name ? path.substr(0, name) : path);
  }
  site["version"] = content_hash(all + code);
  return "self.unclenchSite=" + site.dump() + ";\n" + code;
}

void require_templates(const Templates& templates, const std::vector<PageView>& pages,
                       Diagnostics& diagnostics) {
  templates.require("layout", diagnostics);
  for (const PageView& page : pages) templates.require(page.template_name, diagnostics);
}

}  // namespace

FileTree render_site(const content::Edition& edition, const Inputs& inputs, const Options& options,
                     Diagnostics& diagnostics) {
  Settings settings = read_settings(inputs.site, inputs.site_root, diagnostics);
  if (!options.base_url.empty()) settings.base_url = options.base_url;
  const Templates templates(inputs.site, inputs.site_root, diagnostics);
  if (settings.base_url.empty() || !edition.can_be_rendered()) return {};

  const std::string base = path_of_url(settings.base_url);
  Assets assets = gather_assets(inputs.site, inputs.web, inputs.web_root, base, diagnostics);
  std::vector<content::LinkUse> links;
  const Site site{edition, settings, base, assets.names, diagnostics, links};

  std::vector<PageView> pages = all_pages(site);
  require_templates(templates, pages, diagnostics);
  FileTree files = std::move(assets.files);
  for (PageView& page : pages) {
    const std::string name = file_name(page.address);
    if (files.count(name))
      diagnostics.add(page.source.empty() ? inputs.site_root + "/static/" + name : page.source,
                      "another page has the address '" + page.address + "'", "choose another name");
    files[name] = render_page(site, templates, page);
  }
  files["catalogue.json"] = catalogue_text(site);
  files["manifest.webmanifest"] = manifest(site);
  files["sitemap.xml"] = sitemap(settings, pages);
  files["robots.txt"] = "User-agent: *\nAllow: /\nSitemap: " + settings.base_url + "sitemap.xml\n";
  files["sw.js"] = service_worker(files, assets.worker, options.network_first);
  if (diagnostics.empty() || !links.empty()) check_links(files, base, links, diagnostics);
  return files;
}

}  // namespace unclench::render
