// What pages are made of: an address, a template and the values for it.
#pragma once

#include <string>
#include <vector>

#include "codec/json.h"
#include "content/markdown.h"
#include "content/model.h"
#include "render/settings.h"

namespace unclench::render {

// A page before its template is filled in. Addresses are site paths: "/exercises/bridge/".
struct PageView {
  std::string address;
  std::string template_name;
  std::string title;
  std::string description;
  std::string section;  // the first part of the address, for the navigation
  Json values = Json::object();
  bool listed = true;  // in the sitemap
  std::string source;  // the file of a plain page; empty for the others
};

// What all views need.
struct Site {
  const content::Edition& edition;
  const Settings& settings;
  std::string base;  // the path that the site is published under: "/" or "/sub/path/"
  Json assets;       // by name with _ for . and -: the address of the file
  Diagnostics& diagnostics;
  std::vector<content::LinkUse>& links;  // to be checked when all pages are there

  // "/exercises/bridge/" under the base path.
  std::string url(const std::string& address) const { return base + address.substr(1); }
};

// Numbers the sources of one page in the order in which they are cited.
class CitationNumbers {
 public:
  explicit CitationNumbers(const Site& site) : site_(site) {}

  // [{number}] for inline use; an empty list when nothing is cited.
  Json cite(const content::Citations& citations);

  // [{number, title, url, note}] for the end of the page.
  Json list() const;

 private:
  const Site& site_;
  std::vector<std::string> keys_;
};

// {lead, sections: [{title, id, html}]}; remembers the links.
Json body_values(const Site& site, const content::Body& body);

// {title, url, summary}
Json exercise_link(const Site& site, int exercise);

std::string exercise_address(const content::Exercise& exercise);
std::string article_address(const content::Article& article);
std::string routine_address(const content::ArticleRoutine& routine);
std::string condition_address(const content::Condition& condition);

const content::Article* find_article(const content::Edition& edition, const std::string& id);

}  // namespace unclench::render
