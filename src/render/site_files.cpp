#include "render/site_files.h"

#include <algorithm>
#include <span>

#include "base/encoding.h"
#include "codec/json.h"
#include "codec/json_text.h"

namespace unclench::render {
namespace {

using content::escape_html;

constexpr std::size_t pages_in_feed = 50;

std::string feed_entry(const ListedPage& page) {
  const std::string language =
      page.language.empty() ? "" : " xml:lang=\"" + escape_html(page.language) + "\"";
  return "  <entry" + language + ">\n    <title>" + escape_html(page.title) +
         "</title>\n    <link href=\"" + escape_html(page.url) + "\"/>\n    <id>" +
         escape_html(page.url) + "</id>\n    <updated>" + std::string(page.updated) +
         "T00:00:00Z</updated>\n    <summary>" + escape_html(page.summary) +
         "</summary>\n  </entry>\n";
}

std::string in_sitemap(const std::string& element, const std::string& entries) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + element +
         " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" + entries + "</" + element +
         ">\n";
}

std::string sitemap_text(std::span<const ListedPage> pages) {
  std::string xml;
  for (const ListedPage& page : pages) {
    xml.append("  <url><loc>").append(escape_html(page.url)).append("</loc>");
    if (!page.updated.empty()) xml.append("<lastmod>").append(page.updated).append("</lastmod>");
    xml.append("</url>\n");
  }
  return in_sitemap("urlset", xml);
}

}  // namespace

FileTree sitemap_files(const std::vector<ListedPage>& pages, const std::string& base_url) {
  const std::span<const ListedPage> all = pages;
  if (all.size() <= pages_in_sitemap) return {{"sitemap.xml", Bytes(sitemap_text(all))}};
  FileTree files;
  std::string index;
  for (std::size_t begin = 0; begin < all.size(); begin += pages_in_sitemap) {
    const std::string name = "sitemap-" + std::to_string(files.size() + 1) + ".xml";
    const std::size_t count = std::min(pages_in_sitemap, all.size() - begin);
    files[name] = Bytes(sitemap_text(all.subspan(begin, count)));
    index += "  <sitemap><loc>" + escape_html(base_url + name) + "</loc></sitemap>\n";
  }
  files["sitemap.xml"] = Bytes(in_sitemap("sitemapindex", index));
  return files;
}

std::string feed_text(const Settings& settings, const std::string& language,
                      const std::string& home_url, const std::string& feed_url,
                      const std::vector<ListedPage>& pages) {
  std::vector<const ListedPage*> dated;
  for (const ListedPage& page : pages)
    if (!page.updated.empty()) dated.push_back(&page);
  if (dated.empty()) return "";
  const std::size_t count = std::min(dated.size(), pages_in_feed);
  const auto is_later = [](const ListedPage* a, const ListedPage* b) {
    return a->updated > b->updated || (a->updated == b->updated && a->url < b->url);
  };
  std::partial_sort(dated.begin(), dated.begin() + static_cast<std::ptrdiff_t>(count), dated.end(),
                    is_later);
  dated.resize(count);
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
      escape_html(language) + "\">\n  <title>" + escape_html(settings.title) +
      "</title>\n  <subtitle>" + escape_html(settings.tagline) + "</subtitle>\n  <id>" +
      escape_html(home_url) + "</id>\n  <link href=\"" + escape_html(home_url) +
      "\"/>\n  <link rel=\"self\" href=\"" + escape_html(feed_url) + "\"/>\n  <updated>" +
      std::string(dated.front()->updated) + "T00:00:00Z</updated>\n  <author><name>" +
      escape_html(settings.author) + "</name></author>\n";
  for (const ListedPage* page : dated) xml += feed_entry(*page);
  return xml + "</feed>\n";
}

std::string manifest_text(const Settings& settings, const std::string& language,
                          const std::string& base, const std::vector<Icon>& icons) {
  Json json;
  json["name"] = settings.title;
  json["short_name"] = settings.title;
  json["description"] = settings.description;
  json["lang"] = language;
  json["start_url"] = base;
  json["scope"] = base;
  json["id"] = base;
  json["display"] = "standalone";
  json["background_color"] = paper_colour;
  json["theme_color"] = theme_colour;
  json["icons"] = Json::array({{{"src", base + "icon.svg"},
                                {"type", "image/svg+xml"},
                                {"sizes", "any"},
                                {"purpose", "any"}}});
  for (const Icon& icon : icons)
    json["icons"].push_back({{"src", base + icon.path},
                             {"type", "image/png"},
                             {"sizes", std::to_string(icon.size) + "x" + std::to_string(icon.size)},
                             {"purpose", icon.maskable ? "maskable" : "any"}});
  return json.dump(2) + "\n";
}

std::string robots_text(const Settings& settings) {
  return "User-agent: *\nAllow: /\nSitemap: " + settings.base_url + "sitemap.xml\n";
}

std::string worker_text(const FileTree& files, const Bytes& code, bool network_first) {
  constexpr std::string_view index_name = "index.html";
  codec::JsonText urls;
  urls.begin_list();
  Hash version = code.hash();
  for (const auto& [path, bytes] : files) {
    if (path.rfind(share_folder, 0) == 0) continue;  // never shown by a page
    version = combine(combine(version, hash_of(path)), bytes.hash());
    const std::size_t name = path.rfind('/') + 1;
    const std::string address = address_of_path(path);
    urls.value(path.compare(name, std::string::npos, index_name) == 0
                   ? address.substr(0, address.size() - index_name.size())
                   : address);
  }
  urls.end_list();
  return "self.unclenchSite={\"version\":\"" + content_hash(std::to_string(version)) +
         "\",\"urls\":" + urls.take() + ",\"networkFirst\":" + (network_first ? "true" : "false") +
         "};\n" + code.str();
}

}  // namespace unclench::render
