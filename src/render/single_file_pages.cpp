#include "render/single_file_pages.h"

#include <algorithm>

#include "base/encoding.h"
#include "render/html_tags.h"
#include "render/inlining.h"

namespace unclench::render {
namespace {

constexpr std::string_view home_address = "/";
constexpr std::string_view missing_address = "/404.html";

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string address_of(const std::string& path) {
  constexpr std::string_view index = "index.html";
  const bool folder = path == index || ends_with(path, "/index.html");
  return "/" + (folder ? path.substr(0, path.size() - index.size()) : path);
}

// "/base/a/" of <meta http-equiv="refresh" content="0; url=/base/a/">; else empty.
std::string refresh_address(const Tag& tag) {
  const std::string* content = tag.find("content");
  if (tag.name != "meta" || !tag.is("http-equiv", "refresh") || !content) return "";
  return content->substr(content->find('=') + 1);
}

// False when the file is no page to be read: it has no <main>, or leads on to another at once,
// whose address is then `moved_to`.
bool read_page(const std::string& path, std::string_view html, SinglePage& page,
               std::string& moved_to) {
  const Element body = find_element(html, "body");
  const Element main = find_element(body.inside, "main");
  const bool is_page = !main.start_tag.empty();
  page.address = address_of(path);
  page.head = find_element(html, "head").inside;
  page.content = main.inside;
  page.before = main.before;
  page.after = main.after.substr(std::min(main.after.size(), std::string_view("</main>").size()));
  page.title = find_element(page.head, "title").inside;
  visit_tags(html, [&](const Tag& tag) {
    if (moved_to.empty()) moved_to = refresh_address(tag);
    if (tag.name != "html") return;
    if (tag.find("lang")) page.language = *tag.find("lang");
    if (tag.find("dir")) page.direction = *tag.find("dir");
  });
  visit_tags(page.content, [&](const Tag& tag) {
    if (const std::string* id = tag.find("id")) page.ids.insert(*id);
  });
  return is_page && moved_to.empty();
}

int rank(const SinglePage& page) {
  if (page.address == home_address) return 0;
  return page.is_missing_page() ? 2 : 1;
}

}  // namespace

bool SinglePage::is_missing_page() const {
  return address == missing_address;
}

std::string SinglePage::id_in_file(const std::string& id) const {
  if (keeps_ids || ids.count(id) == 0) return id;
  return address + (address.back() == '/' ? "" : "/") + id;
}

std::vector<SinglePage> collect_pages(const FileTree& site, MovedPages& moved) {
  std::vector<SinglePage> pages;
  for (const auto& [path, bytes] : site) {
    const std::string& html = bytes;
    SinglePage page;
    if (!ends_with(path, ".html")) continue;
    std::string moved_to;
    if (read_page(path, html, page, moved_to))
      pages.push_back(std::move(page));
    else if (!moved_to.empty())
      moved[page.address] = moved_to;
  }
  std::stable_sort(pages.begin(), pages.end(),
                   [](const SinglePage& a, const SinglePage& b) { return rank(a) < rank(b); });
  return pages;
}

Addresses::Addresses(const FileTree& site, const std::string& base, std::vector<SinglePage>& pages,
                     const MovedPages& moved)
    : site_(site), base_(base) {
  for (SinglePage& page : pages) pages_[page.address] = &page;
  for (const auto& [from, to] : moved)
    if (const auto page = pages_.find(path_of(to)); page != pages_.end())
      pages_[from] = page->second;
}

bool Addresses::is_inside(std::string_view address) const {
  return address.substr(0, base_.size()) == base_ && address.substr(0, 2) != "//";
}

bool Addresses::is_page(std::string_view address) const {
  return is_inside(address) && pages_.count(path_of(address)) > 0;
}

FileTree::const_iterator Addresses::file_at(std::string_view address) const {
  if (!is_inside(address)) return site_.end();
  return site_.find(path_of(address).substr(1));
}

std::string Addresses::link(std::string_view address) const {
  return link_to(path_of(address), address);
}

std::string Addresses::link_inside(const SinglePage& page, std::string_view fragment) const {
  const bool is_state = fragment.find('=') != std::string_view::npos;
  const bool is_known =
      is_state || fragment.size() < 2 || page.ids.count(percent_decoded(fragment.substr(1))) > 0;
  return is_known ? link_to(page.address, fragment) : std::string(fragment);
}

std::string Addresses::data(std::string_view address) {
  const auto file = file_at(address);
  if (file == site_.end()) return std::string(address);
  std::string& uri = uris_[file->first];
  if (uri.empty()) uri = data_uri(file->first, file->second);
  const std::size_t hash = std::min(address.find('#'), address.size());
  return uri + std::string(address.substr(hash));
}

// "/exercises/bridge/" of "/base/exercises/bridge/#steps".
std::string Addresses::path_of(std::string_view address) const {
  address = address.substr(0, address.find_first_of("?#"));
  return "/" + percent_decoded(address.substr(std::min(base_.size(), address.size())));
}

std::string Addresses::link_to(const std::string& path, std::string_view address) const {
  const std::size_t hash = std::min(address.find('#'), address.size());
  const std::string fragment(address.substr(std::min(hash + 1, address.size())));
  const auto found = pages_.find(path);
  if (found == pages_.end()) return "#" + path;
  SinglePage& page = *found->second;
  if (fragment.empty()) return "#" + page.address;
  if (fragment.find('=') == std::string::npos)
    return "#" + page.id_in_file(percent_decoded(fragment));
  page.states.insert(fragment);
  return "#" + page.address + "?" + fragment;
}

}  // namespace unclench::render
