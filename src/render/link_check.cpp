#include "render/link_check.h"

#include <set>

namespace unclench::render {
namespace {

// The file that a site path is served from, or nothing: "exercises/bridge/" is a folder's index.
const std::string* file_at(const FileTree& files, const std::string& path, std::string& name) {
  name = path.empty() || path.back() == '/' ? path + "index.html" : path;
  const auto found = files.find(name);
  return found == files.end() ? nullptr : &found->second;
}

bool has_id(const std::string& html, const std::string& id) {
  return html.find(" id=\"" + id + "\"") != std::string::npos;
}

std::vector<std::string> addresses_of(const FileTree& files) {
  const std::string index = "index.html";
  std::vector<std::string> addresses;
  for (const auto& [path, bytes] : files) {
    const bool folder = path.size() >= index.size() &&
                        path.compare(path.size() - index.size(), index.size(), index) == 0;
    addresses.push_back("/" + (folder ? path.substr(0, path.size() - index.size()) : path));
  }
  return addresses;
}

std::string unescape(std::string text) {
  for (std::size_t at = text.find("&amp;"); at != std::string::npos;
       at = text.find("&amp;", at + 1))
    text.replace(at, 5, "&");
  return text;
}

class Check {
 public:
  Check(const FileTree& files, const std::string& base, Diagnostics& diagnostics)
      : files_(files), base_(base), diagnostics_(diagnostics) {}

  void check_use(const content::LinkUse& use) {
    if (use.target.empty()) return;  // a fragment of its own page, checked with the page
    std::string name;
    const std::string* html = file_at(files_, use.target.substr(1), name);
    if (!html) {
      diagnostics_.add(*use.file, use.span, "there is no page at '" + use.target + "'",
                       did_you_mean(use.target, addresses_of(files_)));
      reported_.insert(use.target);
    } else if (!use.fragment.empty() && !has_id(*html, use.fragment)) {
      diagnostics_.add(*use.file, use.span,
                       "the page '" + use.target + "' has no section '" + use.fragment + "'");
      reported_.insert(use.target + "#" + use.fragment);
    }
  }

  void check_page(const std::string& path, const std::string& html) {
    const SourceFile page{path, html};
    check_ids(page);
    for (const char* attribute : {" href=\"", " src=\""}) {
      const std::string opening = attribute;
      for (std::size_t at = html.find(opening); at != std::string::npos;
           at = html.find(opening, at + 1)) {
        const std::size_t start = at + opening.size();
        const std::size_t end = html.find('"', start);
        if (end == std::string::npos) break;
        check_address(page, start, unescape(html.substr(start, end - start)));
      }
    }
  }

 private:
  void check_ids(const SourceFile& page) {
    const std::string opening = " id=\"";
    std::set<std::string> ids;
    for (std::size_t at = page.text.find(opening); at != std::string::npos;
         at = page.text.find(opening, at + 1)) {
      const std::size_t start = at + opening.size();
      const std::string id = page.text.substr(start, page.text.find('"', start) - start);
      if (!ids.insert(id).second)
        diagnostics_.add(page, span_at(page.text, start, id.size()),
                         "the id '" + id + "' stands twice in this page",
                         "give the heading another name");
    }
  }

  void check_address(const SourceFile& page, std::size_t offset, const std::string& address) {
    const bool inside = !address.empty() && (address[0] == '/' || address[0] == '#');
    if (!inside && address.find(':') != std::string::npos) return;
    const std::size_t hash = address.find('#');
    std::string path = address.substr(0, std::min(hash, address.find('?')));
    std::string fragment = hash == std::string::npos ? "" : address.substr(hash + 1);
    if (fragment.find('=') != std::string::npos) fragment.clear();  // a state, not a section
    if (path.empty()) {
      if (!fragment.empty() && !has_id(page.text, fragment))
        report(page, offset, address, "the page has no section '" + fragment + "'");
      return;
    }
    if (path.rfind(base_, 0) != 0) {
      report(page, offset, address,
             "the link '" + address + "' does not begin with '" + base_ + "'");
      return;
    }
    path = path.substr(base_.size());
    if (reported_.count("/" + path) || reported_.count("/" + path + "#" + fragment)) return;
    std::string name;
    const std::string* html = file_at(files_, path, name);
    if (!html)
      report(page, offset, address, "there is no page at '/" + path + "'");
    else if (!fragment.empty() && !has_id(*html, fragment))
      report(page, offset, address, "the page '/" + path + "' has no section '" + fragment + "'");
  }

  void report(const SourceFile& page, std::size_t offset, const std::string& address,
              const std::string& message) {
    if (!reported_.insert("template " + address).second) return;  // once, not on every page
    diagnostics_.add(page, span_at(page.text, offset, address.size()), message,
                     "the template that writes this page makes the link");
  }

  const FileTree& files_;
  const std::string& base_;
  Diagnostics& diagnostics_;
  std::set<std::string> reported_;
};

}  // namespace

void check_links(const FileTree& files, const std::string& base,
                 const std::vector<content::LinkUse>& links, Diagnostics& diagnostics) {
  Check check(files, base, diagnostics);
  for (const content::LinkUse& use : links) check.check_use(use);
  for (const auto& [path, bytes] : files)
    if (path.size() > 5 && path.compare(path.size() - 5, 5, ".html") == 0)
      check.check_page(path, bytes);
}

}  // namespace unclench::render
