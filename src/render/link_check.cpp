#include "render/link_check.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/encoding.h"
#include "base/hash_table.h"
#include "base/html_addresses.h"
#include "base/parallel.h"
#include "render/template.h"

namespace unclench::render {
namespace {

constexpr std::string_view index_name = "index.html";

std::string unescape(std::string text) {
  for (std::size_t at = text.find("&amp;"); at != std::string::npos;
       at = text.find("&amp;", at + 1))
    text.replace(at, 5, "&");
  return text;
}

// Where an address leads to inside the site.
struct Target {
  std::string_view path;  // without the base; empty with `own`: the page itself
  std::string_view fragment;
  bool own = false;
  bool outside = false;      // another site, which is not checked
  bool beyond_base = false;  // a path of this host that is not the site's
};

Target target_of(std::string_view address, std::string_view base) {
  Target target;
  const bool inside = !address.empty() && (address[0] == '/' || address[0] == '#');
  if (!inside && address.find(':') != std::string_view::npos) {
    target.outside = true;
    return target;
  }
  const std::size_t hash = address.find('#');
  target.path = address.substr(0, std::min(hash, address.find('?')));
  if (hash != std::string_view::npos) target.fragment = address.substr(hash + 1);
  // A state, such as that of the builder, is no section.
  if (target.fragment.find('=') != std::string_view::npos) target.fragment = {};
  target.own = target.path.empty();
  if (target.own) return target;
  target.beyond_base = target.path.substr(0, base.size()) != base;
  if (!target.beyond_base) target.path.remove_prefix(base.size());
  return target;
}

// One comparison, as every address of a site is looked at.
bool is_mark(char c) {
  static_assert(unknown_mark == 1 && lost_mark == 2 && doubtful_mark == 3);
  return static_cast<unsigned char>(c - unknown_mark) < 3;
}

bool has_mark(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_mark);
}

// A page as its author may see it, and where a piece of it stands then.
class ShownPage {
 public:
  explicit ShownPage(const CheckedPage& page)
      : html_(*page.html), file_{std::string(page.path), html_} {
    if (!has_mark(html_.str())) return;
    std::string text = html_.str();
    std::erase_if(text, is_mark);
    file_.text = std::move(text);
  }

  const SourceFile& file() const { return file_; }
  Span span(std::size_t offset, std::size_t length) const {
    const std::string_view before = std::string_view(html_.str()).substr(0, offset);
    return span_at(file_.text,
                   offset - static_cast<std::size_t>(std::count_if(before.begin(), before.end(),
                                                                   [](char c) {
                                                                     return has_mark({&c, 1});
                                                                   })),
                   length);
  }

 private:
  const Bytes& html_;
  SourceFile file_;
};

class Check {
 public:
  Check(const std::vector<CheckedPage>& pages, const FileTree& files, const std::string& base,
        const std::vector<std::string>& drafts)
      : pages_(pages),
        files_(files),
        base_(base),
        drafts_(drafts),
        targets_(2 * pages.size() + files.size()) {
    for (const CheckedPage& page : pages)
      targets_.insert(hash_of(address_of(page)), target_links(page));
    for (const CheckedPage& page : pages)
      if (address_of(page) != page.path) targets_.insert(hash_of(page.path), target_links(page));
    for (const auto& [path, bytes] : files)
      if (!targets_.find(hash_of(path))) targets_.insert(hash_of(path), nullptr);
  }

  // The problems of one page's own text.
  void check_text(const CheckedPage& page, Diagnostics& diagnostics) const {
    for (const content::LinkUse& use : page.text->body.links) {
      const SourceFile& file = *page.text->file;
      const std::string path =
          std::string(page.prefix) + use.target.substr(use.target.empty() ? 0 : 1);
      if (!use.target.empty() && is_draft(use.target)) {
        diagnostics.add(Problem::unfinished_page, file, use.span,
                        "the page '" + use.target + "' is a draft", help_for_drafts);
      } else if (use.target.empty()) {
        if (!use.fragment.empty() && !has_id(page.links, use.fragment))
          diagnostics.add(Problem::dangling_anchor, file, use.span,
                          "the page has no section '" + use.fragment + "'", near_id(&page, use));
      } else if (!leads_somewhere(path)) {
        diagnostics.add(Problem::dangling_link, file, use.span,
                        "there is no page at '" + use.target + "'", near_address(page, use.target));
      } else if (!use.fragment.empty() && !has_section(path, use.fragment)) {
        diagnostics.add(Problem::dangling_anchor, file, use.span,
                        "the page '" + use.target + "' has no section '" + use.fragment + "'",
                        near_id(page_at(path), use));
      }
    }
  }

  // The addresses in the page's HTML that lead nowhere.
  std::vector<AddressUse> broken(const CheckedPage& page) const {
    std::vector<AddressUse> broken;
    const std::string_view html = *page.html;
    for (const AddressUse& use : page.links->addresses) {
      if (use.path != 0 && targets_.find(use.path)) continue;
      const std::string_view address = html.substr(use.offset, use.length);
      const bool escaped = address.find('&') != std::string_view::npos;
      if (!is_good(page, escaped ? unescape(std::string(address)) : address)) broken.push_back(use);
    }
    return broken;
  }

  // At its place in the text, if it is raw HTML there; else in the page that came out.
  void report_broken(const CheckedPage& page, const ShownPage& shown, const AddressUse& use,
                     std::set<std::string>& reported, Diagnostics& diagnostics) const {
    const std::string written = page.html->str().substr(use.offset, use.length);
    const std::string address = unescape(written);
    const auto [problem, message] = problem_of(address);
    if (const content::HtmlUse* html = html_of_text(page, written, false))
      diagnostics.add(problem, *page.text->file, html->span, message,
                      target_of(address, base_).beyond_base
                          ? "write the link in Markdown, which puts the base in front"
                          : "");
    else if (!is_of_text(page, address) && reported.insert(address).second)
      diagnostics.add(problem, shown.file(), shown.span(use.offset, use.length), message,
                      "the template that writes this page makes the link");
  }

  // Headings of one text have different ids, so a template has a part in it, or raw HTML.
  static void report_repeated(const CheckedPage& page, const ShownPage& shown,
                              const AddressUse& use, Diagnostics& diagnostics) {
    const std::string id = page.html->str().substr(use.offset, use.length);
    const std::string message = "the id '" + id + "' stands twice in this page";
    if (const content::HtmlUse* html = html_of_text(page, id, true)) {
      diagnostics.add(Problem::repeated_id, *page.text->file, html->span, message,
                      "write another one");
      return;
    }
    if (page.text && page.text->file)
      for (const content::Heading& heading : page.text->body.headings)
        if (heading.id == id) {
          diagnostics.add(Problem::repeated_id, *page.text->file, heading.span, message,
                          "the template of the page has it, too; end the heading with {#OTHER-ID}");
          return;
        }
    diagnostics.add(Problem::repeated_id, shown.file(), shown.span(use.offset, use.length), message,
                    "the template that writes this page gives it twice");
  }

 private:
  std::pair<Problem, std::string> problem_of(const std::string& address) const {
    const Target target = target_of(address, base_);
    const std::string path(target.path), fragment(target.fragment);
    if (target.own) return {Problem::dangling_anchor, "the page has no section '" + fragment + "'"};
    if (target.beyond_base)
      return {Problem::dangling_link,
              "the link '" + address + "' does not begin with '" + base_ + "'"};
    if (!leads_somewhere(path))
      return {Problem::dangling_link, "there is no page at '/" + path + "'"};
    return {Problem::dangling_anchor, "the page '/" + path + "' has no section '" + fragment + "'"};
  }

  // The last address or id of that value in the raw HTML of the page's text; else null.
  static const content::HtmlUse* html_of_text(const CheckedPage& page, const std::string& value,
                                              bool is_id) {
    if (!page.text || !page.text->file) return nullptr;
    const auto& uses = page.text->body.html;
    const auto found = std::find_if(uses.rbegin(), uses.rend(), [&](const content::HtmlUse& use) {
      return use.value == value && use.is_id == is_id;
    });
    return found == uses.rend() ? nullptr : &*found;
  }

  // Whether the text of the page has this link, so that it was reported there.
  bool is_of_text(const CheckedPage& page, const std::string& address) const {
    if (!page.text) return false;
    const auto& links = page.text->body.links;
    return std::any_of(links.begin(), links.end(), [&](const content::LinkUse& use) {
      const std::string path =
          use.target.empty() ? "" : base_ + std::string(page.prefix) + use.target.substr(1);
      return percent_decoded(address) ==
             percent_decoded(path + (use.fragment.empty() ? "" : "#" + use.fragment));
    });
  }

  // "exercises/bridge/" for "exercises/bridge/index.html".
  static std::string_view address_of(const CheckedPage& page) {
    std::string_view path = page.path;
    if (has_ending(path, index_name)) path.remove_suffix(index_name.size());
    return path;
  }

  bool is_good(const CheckedPage& page, std::string_view address) const {
    const Target target = target_of(address, base_);
    if (target.outside) return true;
    if (target.own) return target.fragment.empty() || has_id(page.links, target.fragment);
    if (target.beyond_base || !leads_somewhere(target.path)) return false;
    return target.fragment.empty() || has_section(target.path, target.fragment);
  }

  bool is_draft(const std::string& address) const {
    return std::find(drafts_.begin(), drafts_.end(), address) != drafts_.end();
  }

  // Browsers write out some characters as %C3 and the like, and take them for the same.
  const PageLinks* const* find(std::string_view path) const {
    const PageLinks* const* found = targets_.find(hash_of(path));
    if (found || path.find('%') == path.npos) return found;
    return targets_.find(hash_of(std::string_view(percent_decoded(path))));
  }

  bool leads_somewhere(std::string_view path) const { return find(path) != nullptr; }

  // The sections of a text that could not be read are not known.
  static const PageLinks* target_links(const CheckedPage& page) {
    static const PageLinks unknown = [] {
      PageLinks links;
      links.is_whole = false;
      return links;
    }();
    return page.text && page.text->broken ? &unknown : page.links;
  }

  static bool has_id(const PageLinks* links, std::string_view id) {
    if (!links->is_whole) return true;
    const auto has = [links](std::string_view one) {
      return std::binary_search(links->ids.begin(), links->ids.end(), hash_of(one));
    };
    return has(id) || (id.find('%') != id.npos && has(percent_decoded(id)));
  }

  bool has_section(std::string_view path, std::string_view id) const {
    const PageLinks* const* page = find(path);
    return page && *page && has_id(*page, id);
  }

  // Null when no page has that address.
  const CheckedPage* page_at(std::string_view path) const {
    const auto found = std::find_if(pages_.begin(), pages_.end(), [&](const CheckedPage& page) {
      return address_of(page) == path;
    });
    return found == pages_.end() ? nullptr : &*found;
  }

  static std::string near_id(const CheckedPage* page, const content::LinkUse& use) {
    if (!page || !page->text) return "";
    std::vector<std::string> ids;
    for (const content::Heading& heading : page->text->body.headings) ids.push_back(heading.id);
    return did_you_mean(use.fragment, ids);
  }

  // Links of a translation name the addresses of the originals.
  std::string near_address(const CheckedPage& page, const std::string& target) const {
    const std::string own = "/" + std::string(page.prefix);
    if (own.size() > 1 && target.rfind(own, 0) == 0 && leads_somewhere(target.substr(1)))
      return "write '" + target.substr(own.size() - 1) +
             "', which leads to the page in the same language";
    std::vector<std::string> list;
    const auto add = [&](std::string_view path) {
      const std::string address = "/" + std::string(path);
      if (address.rfind(own, 0) == 0) list.push_back(address.substr(own.size() - 1));
    };
    for (const CheckedPage& other : pages_) add(address_of(other));
    for (const auto& [path, bytes] : files_) add(path);
    return did_you_mean(target, list);
  }

  const std::vector<CheckedPage>& pages_;
  const FileTree& files_;
  const std::string& base_;
  const std::vector<std::string>& drafts_;
  HashTable<const PageLinks*> targets_;  // by path; null: a file that is no page
};

AddressUse use_of(const HtmlAddress& found) {
  return {static_cast<std::uint32_t>(found.offset), static_cast<std::uint32_t>(found.value.size()),
          0};
}

void add_address(std::vector<AddressUse>& uses, const HtmlAddress& found, std::string_view base) {
  const std::string_view address = found.value;
  const Target target = target_of(address, base);
  if (target.outside || has_mark(address)) return;
  const bool is_path = !target.own && !target.beyond_base && target.fragment.empty() &&
                       address.find('&') == std::string_view::npos;
  uses.push_back(use_of(found));
  if (is_path) uses.back().path = hash_of(target.path);
}

}  // namespace

PageLinks links_of_html(const std::string& html, std::string_view base) {
  PageLinks links;
  std::vector<std::pair<Hash, AddressUse>> ids;
  visit_html_addresses(html, [&](const HtmlAddress& found) {
    if (!found.is_id)
      add_address(links.addresses, found, base);
    else if (has_mark(found.value))
      links.is_whole = false;
    else
      ids.emplace_back(hash_of(found.value), use_of(found));
  });
  const auto before = [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.offset) < std::tie(b.first, b.second.offset);
  };
  std::sort(ids.begin(), ids.end(), before);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i > 0 && ids[i].first == ids[i - 1].first) links.repeated_ids.push_back(ids[i].second);
    links.ids.push_back(ids[i].first);
  }
  if (html.find(lost_mark) != std::string::npos) links.is_whole = false;
  if (html.find(doubtful_mark) != std::string::npos) links.repeated_ids.clear();
  links.ids.shrink_to_fit();
  links.addresses.shrink_to_fit();
  return links;
}

void check_links(const std::vector<CheckedPage>& pages, const FileTree& files,
                 const std::string& base, const std::vector<std::string>& drafts, unsigned threads,
                 Diagnostics& diagnostics) {
  const Check check(pages, files, base, drafts);
  std::vector<Diagnostics> of_texts(pages.size());
  std::vector<std::vector<AddressUse>> broken(pages.size());
  for_each_index(pages.size(), threads, [&](std::size_t i) {
    if (pages[i].known_good) return;
    if (pages[i].text && pages[i].text->file) check.check_text(pages[i], of_texts[i]);
    broken[i] = check.broken(pages[i]);
  });
  std::set<std::string> reported;  // addresses that templates make: once, not on every page
  for (std::size_t i = 0; i < pages.size(); ++i) {
    diagnostics.add(of_texts[i]);
    if (broken[i].empty() && pages[i].links->repeated_ids.empty()) continue;
    const ShownPage page(pages[i]);
    for (const AddressUse& use : broken[i])
      check.report_broken(pages[i], page, use, reported, diagnostics);
    for (const AddressUse& use : pages[i].links->repeated_ids)
      Check::report_repeated(pages[i], page, use, diagnostics);
  }
}

}  // namespace unclench::render
