// What a page's script searches: an index that MiniSearch 7 loads as it is, so that a browser need
// not make it from the texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/model.h"
#include "render/view.h"

namespace unclench::render {

// A page that can be found.
struct SearchedPage {
  std::string_view kind;  // exercise, condition, guide, routine, article, page or term
  std::string title;
  std::string url;
  std::string summary;
  std::string headings;
  std::string text;  // plain
};

// The pages of one language: its exercises, conditions, guides, routines, articles, other pages and
// terms, in this order.
std::vector<SearchedPage> searched_pages(const Site& site);

// The index as JSON: fields "title", "headings" and "text"; "title", "url", "kind" and "summary"
// are stored. Words are cut where MiniSearch cuts them: at white space and punctuation.
std::string search_index_text(const std::vector<SearchedPage>& pages);

// HTML without its tags, comments and references: a space stands for each tag.
std::string plain_text_of_html(std::string_view html);

}  // namespace unclench::render
