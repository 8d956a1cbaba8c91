// What pages are made of: an address, a template and the values for it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "content/model.h"
#include "render/assets.h"
#include "render/pictures.h"
#include "render/planned_routines.h"
#include "render/settings.h"
#include "render/template.h"
#include "render/words.h"

namespace unclench::render {

inline constexpr const char* builder_address = "/builder/";
inline constexpr std::size_t usual_values = 40;  // of a page, with those that the layout asks for

// A page before its template is filled in. Addresses are site paths: "/exercises/bridge/".
struct PageView {
  std::string template_name;
  std::string title;
  std::string description;
  std::string language;        // of the text, where it is not that of the page; else empty
  std::string subject;         // what the page is about, see json_ld.h; may be empty
  bool plans_at_once = false;  // its script asks the core for a routine as soon as it opens
  Value values = Value::with_room_for(usual_values);
};

// What all views of one language need.
struct Site {
  const content::Edition& edition;
  const Settings& settings;
  const Phrases& phrases;
  const Templates& templates;
  std::string language;     // as in HTML
  std::string prefix;       // of its addresses: "/" or "/es/"
  std::string base;         // the path that its pages stand under: "/sub/" or "/sub/es/"
  std::string root = base;  // that of the whole site: "/sub/"
  std::vector<Value> exercise_links = {};  // {title, url, summary}, in catalogue order
  std::vector<Value> cards = {};           // likewise, see cards.h
  PlannedRoutines planned = {};            // by place among the routines
  bool describes_pages = false;            // a template asks for JSON-LD
  bool lists_citations = false;            // a template asks for the sources of a page
  const DrawnFigures* figures = nullptr;
  const Pictures* pictures = nullptr;
  // The places of the routines that have it, by exercise.
  std::vector<std::vector<std::size_t>> routines_by_exercise = {};

  // "/exercises/bridge/" under the base path.
  std::string url(std::string_view address) const { return base + std::string(address.substr(1)); }

  // The page of that id in a folder: "/exercises/bridge/".
  std::string url_of(std::string_view folder, std::string_view id) const {
    std::string url;
    url.reserve(base.size() + folder.size() + id.size() + 2);
    return url.append(base).append(folder).append("/").append(id).append("/");
  }
};

// A page that can be made. It need not be made again when its inputs are the same.
struct PageJob {
  std::string address;
  Hash inputs = 0;           // of everything that it shows, but for what all pages share
  bool listed = true;        // in the sitemap, and with links to other languages
  std::string_view source;   // the file that it comes from; empty for lists
  std::string_view updated;  // 2026-11-21, or empty
  const SourceFile* alias_file = nullptr;  // where the address is given as an old one
  Span alias_span;
  std::string_view picture;  // path of the one that stands for the page; empty: that of the site
  const content::PageText* text = nullptr;  // that the page shows, if it shows one
  std::function<PageView(Diagnostics&)> view;
};

// Numbers the sources of one page in the order in which they are cited.
class CitationNumbers {
 public:
  explicit CitationNumbers(const Site& site) : site_(site) {}

  // [{number}] for inline use; an empty list when nothing is cited.
  Value cite(const content::Citations& citations);
  Value cite(const content::CitationUse& use);

  // [{number, title, url, note}] for the end of the page.
  Value list() const;

 private:
  bool is_known(const std::string& key) const;
  Value number_of(const std::string& key);

  const Site& site_;
  std::vector<const std::string*> keys_;
};

// Sets a value that is made only when a template asks for it: pages need not wait for what they do
// not show.
template <typename Make>
void offer(const Site& site, Value& values, const Key& name, const Make& make) {
  values.set(name, site.templates.uses(name.name()) ? Value(make()) : Value());
}

// The same for a value that cites: it is also made for the list of all that is cited.
template <typename Make>
void offer_cited(const Site& site, Value& values, const Key& name, const Make& make) {
  const bool is_made = site.lists_citations || site.templates.uses(name.name());
  values.set(name, is_made ? Value(make()) : Value());
}

// {lead, sections: [{title, id, html}], contents: [{title, id}]}; doses, figures and the numbers
// of citations are put in.
Value body_values(const Site& site, const content::PageText& page, CitationNumbers& citations,
                  Diagnostics& diagnostics);

// The exercise's own link among those of the site.
inline Value exercise_link(const Site& site, std::size_t place) {
  return Value::reference_to(site.exercise_links[place]);
}

// The body parts that a movement works on.
core::Mask target_set(const core::Movement& movement);

// {title, url, summary, thumbnail}
Value link_to_exercise(const Site& site, const content::Exercise& exercise);

// The address of the moving figure; empty when there is none.
std::string animated_url(const Site& site, const content::Exercise& exercise);

// {still, animated, other_side, thumbnail, description} of an exercise's figure; nothing when it
// has none.
Value figure_values(const Site& site, const content::Exercise& exercise);

// Null where there is none.
const DrawnFigure* drawn_figure(const Site& site, const content::Exercise& exercise);

// The address of a figure's file; `kind` is "" for the one that moves, "-still", "-thumb" or
// "-mirrored". Figures are the same in all languages.
std::string figure_url(const Site& site, const std::string& id, const char* kind);
Value link_item(const std::string& title, const std::string& url, const std::string& summary);

std::string exercise_address(const content::Exercise& exercise);
std::string article_address(const content::Article& article);
std::string routine_address(const content::Routine& routine);
std::string guide_address(const content::Guide& guide);
std::string condition_address(const content::Condition& condition);

const content::Article* find_article(const content::Edition& edition, const std::string& id);
const content::Reference* find_reference(const content::Edition& edition, const std::string& key);

// The section of that anchor; null when there is none.
const content::Section* section_of(const content::PageText& page, std::string_view id);

// A page of the content: its title, summary, language and text.
PageView view_of(const std::string& template_name, const content::PageText& page);

// [{title, url, summary}] of the pages that are read next.
Value related_links(const Site& site, const content::PageText& page);

// Of the exercises and changes of position whose doses and figures a text shows, and of the pages
// that are read next.
Hash hash_of_shown(const content::Edition& edition, const content::PageText& page);

}  // namespace unclench::render
