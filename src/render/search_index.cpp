#include "render/search_index.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

#include "codec/json_text.h"
#include "render/search_words.h"

namespace unclench::render {
namespace {

constexpr std::array field_names = {"title", "headings", "text"};
constexpr int format_version = 2;  // of the serialised form

// How often a term stands in the documents, by field.
using Frequencies = std::array<std::map<std::size_t, int>, field_names.size()>;

std::string number_text(double number) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.4f", number);
  return digits.data();
}

class Index {
 public:
  explicit Index(const std::vector<SearchedPage>& pages) : pages_(pages), lengths_(pages.size()) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      add(i, 0, pages[i].title);
      add(i, 1, pages[i].headings);
      add(i, 2, pages[i].text);
    }
  }

  std::string text() {
    json_.begin_object();
    json_.member("documentCount", count()).member("nextId", count());
    write_documents();
    write_lengths();
    write_stored();
    json_.member("dirtCount", 0);
    write_terms();
    json_.member("serializationVersion", format_version);
    json_.end_object();
    return json_.take();
  }

 private:
  int count() const { return static_cast<int>(pages_.size()); }

  // The length of a field is the number of its different words, as written.
  void add(std::size_t page, std::size_t field, const std::string& text) {
    const std::vector<std::string> words = search_words(text);
    lengths_[page][field] = std::set<std::string>(words.begin(), words.end()).size();
    for (const std::string& word : words)
      if (!word.empty()) ++terms_[lower_case(word)][field][page];
  }

  void write_documents() {
    json_.key("documentIds").begin_object();
    for (std::size_t i = 0; i < pages_.size(); ++i)
      json_.member(std::to_string(i), static_cast<int>(i));
    json_.end_object();
    json_.key("fieldIds").begin_object();
    for (std::size_t f = 0; f < field_names.size(); ++f)
      json_.member(field_names[f], static_cast<int>(f));
    json_.end_object();
  }

  void write_lengths() {
    std::array<double, field_names.size()> sums{};
    json_.key("fieldLength").begin_object();
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      json_.key(std::to_string(i)).begin_list();
      for (std::size_t f = 0; f < field_names.size(); ++f) {
        json_.value(static_cast<int>(lengths_[i][f]));
        sums[f] += static_cast<double>(lengths_[i][f]);
      }
      json_.end_list();
    }
    json_.end_object().key("averageFieldLength").begin_list();
    for (const double sum : sums)
      json_.raw(number_text(pages_.empty() ? 0 : sum / static_cast<double>(pages_.size())));
    json_.end_list();
  }

  void write_stored() {
    json_.key("storedFields").begin_object();
    for (std::size_t i = 0; i < pages_.size(); ++i)
      json_.key(std::to_string(i))
          .begin_object()
          .member("title", pages_[i].title)
          .member("url", pages_[i].url)
          .member("kind", pages_[i].kind)
          .member("summary", pages_[i].summary)
          .end_object();
    json_.end_object();
  }

  void write_terms() {
    json_.key("index").begin_list();
    for (const auto& [term, fields] : terms_) {
      json_.begin_list().value(term).begin_object();
      for (std::size_t f = 0; f < fields.size(); ++f) {
        if (fields[f].empty()) continue;
        json_.key(std::to_string(f)).begin_object();
        for (const auto& [page, times] : fields[f]) json_.member(std::to_string(page), times);
        json_.end_object();
      }
      json_.end_object().end_list();
    }
    json_.end_list();
  }

  const std::vector<SearchedPage>& pages_;
  std::vector<std::array<std::size_t, field_names.size()>> lengths_;
  std::map<std::string, Frequencies> terms_;
  codec::JsonText json_;
};

SearchedPage searched(const Site& site, std::string_view kind, const std::string& address,
                      const content::PageText& page) {
  SearchedPage result{kind, page.title, site.url(address), page.summary, "", page.summary};
  for (const content::Heading& heading : page.body.headings) result.headings += heading.title + " ";
  for (const std::string& word : page.keywords) result.headings += word + " ";
  result.text += " " + plain_text_of_html(page.body.lead);
  for (const content::Section& section : page.body.sections)
    result.text += " " + plain_text_of_html(section.html);
  return result;
}

template <typename Pages, typename Address>
void add_pages(const Site& site, std::string_view kind, const Pages& pages, Address address_of,
               std::vector<SearchedPage>& list) {
  for (const auto& page : pages) list.push_back(searched(site, kind, address_of(*page), *page));
}

template <typename Terms>
void add_terms(const Site& site, const std::string& folder, const Terms& terms,
               const std::vector<std::string>& texts, std::vector<SearchedPage>& list) {
  for (std::size_t t = 0; t < terms.size(); ++t)
    list.push_back(
        {"term", terms[t].label, site.url_of(folder, terms[t].id), texts[t], "", texts[t]});
}

}  // namespace

std::vector<SearchedPage> searched_pages(const Site& site) {
  const content::Edition& edition = site.edition;
  std::vector<SearchedPage> list;
  add_pages(site, "exercise", edition.exercises, exercise_address, list);
  // Other names of a movement are found as its title is.
  for (std::size_t i = 0; i < edition.exercises.size(); ++i)
    for (const content::ArticleEntry& entry : edition.exercises[i]->entries)
      list[i].headings += entry.name + " ";
  add_pages(site, "condition", edition.conditions, condition_address, list);
  add_pages(site, "guide", edition.guides, guide_address, list);
  add_pages(site, "routine", edition.routines, routine_address, list);
  add_pages(site, "article", edition.articles, article_address, list);
  add_pages(
      site, "page", edition.pages,
      [](const content::PageText& page) { return "/" + page.id + "/"; }, list);
  add_terms(site, "postures", edition.terms.postures, edition.term_texts.postures, list);
  add_terms(site, "targets", edition.terms.targets, edition.term_texts.targets, list);
  add_terms(site, "equipment", edition.terms.equipment, edition.term_texts.equipment, list);
  return list;
}

std::string search_index_text(const std::vector<SearchedPage>& pages) {
  return Index(pages).text();
}

std::string plain_text_of_html(std::string_view html) {
  std::string text;
  text.reserve(html.size());
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      const bool is_comment = html.substr(at, 4) == "<!--";
      const std::size_t end = html.find('>', at);
      if (!is_comment) text += ' ';
      at = end == std::string_view::npos ? html.size() : end + 1;
    } else if (html[at] == '&') {
      const std::size_t end = std::min(html.find(';', at), html.size() - 1);
      const std::string_view name = html.substr(at, end - at + 1);
      text += name == "&amp;" ? "&" : name == "&lt;" ? "<" : name == "&gt;" ? ">" : "\"";
      at = end + 1;
    } else {
      text += html[at++];
    }
  }
  return text;
}

}  // namespace unclench::render
