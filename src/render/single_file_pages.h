// The pages of a finished site and their addresses, for the edition in one file.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_tree.h"

namespace unclench::render {

struct SinglePage {
  std::string address;  // "/exercises/bridge/"
  std::string_view head, content;
  std::string_view before, after;          // of the body, around <main>
  std::string title, language, direction;  // as HTML
  std::set<std::string> ids;
  bool is_scripted = false;      // the first of its language with a script that the home page lacks
  bool keeps_ids = false;        // scripted, in the language of the home page
  std::set<std::string> states;  // of the links to it: "stage=sore&amp;minutes=10"

  bool is_missing_page() const;  // the one for unknown addresses

  // An id of the page as it is in the one file; any other id as it is.
  std::string id_in_file(const std::string& id) const;
};

// The addresses of pages that lead on to another at once, with the address of that one.
using MovedPages = std::map<std::string, std::string>;

// Every page of the site, home first, the one for unknown addresses last. They look into `site`.
// Those that lead on are noted in `moved` instead.
std::vector<SinglePage> collect_pages(const FileTree& site, MovedPages& moved);

// Addresses of the site, and what they become. Links to states are noted in the pages they lead to.
class Addresses {
 public:
  // `base` is what the site's addresses begin with. All arguments must outlive this.
  Addresses(const FileTree& site, const std::string& base, std::vector<SinglePage>& pages,
            const MovedPages& moved);

  bool is_inside(std::string_view address) const;
  bool is_page(std::string_view address) const;

  // The file that an address names, a page or not; the tree's end when there is none.
  FileTree::const_iterator file_at(std::string_view address) const;

  // "/base/exercises/bridge/#steps" as "#/exercises/bridge/steps".
  std::string link(std::string_view address) const;

  // "#steps" in a page. A section that the page does not have stays as it was.
  std::string link_inside(const SinglePage& page, std::string_view fragment) const;

  // "/base/figure.svg#bridge" as a data: address; as it was when there is no such file.
  std::string data(std::string_view address);

 private:
  std::string path_of(std::string_view address) const;
  std::string link_to(const std::string& path, std::string_view address) const;

  const FileTree& site_;
  const std::string& base_;
  std::map<std::string, SinglePage*> pages_;
  std::map<std::string, std::string> uris_;
};

}  // namespace unclench::render
