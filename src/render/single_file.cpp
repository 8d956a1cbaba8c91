#include "render/single_file.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "base/encoding.h"
#include "codec/json.h"
#include "render/html_tags.h"
#include "render/inlining.h"
#include "render/single_file_pages.h"

namespace unclench::render {
namespace {

bool is_stylesheet(const Tag& tag) {
  return tag.name == "link" && tag.is("rel", "stylesheet");
}

// It announces a file that comes later.
bool is_announcement(const Tag& tag) {
  return tag.name == "link" && (tag.is("rel", "preload") || tag.is("rel", "modulepreload"));
}

bool is_script_file(const Tag& tag) {
  return tag.name == "script" && tag.find("src");
}

bool is_core(const std::string& path) {
  return media_type(path) == "application/wasm";
}

bool names_ids(const std::string& attribute) {
  static const std::set<std::string> names = {"aria-activedescendant",
                                              "aria-controls",
                                              "aria-describedby",
                                              "aria-details",
                                              "aria-errormessage",
                                              "aria-flowto",
                                              "aria-labelledby",
                                              "aria-owns",
                                              "for",
                                              "form",
                                              "headers",
                                              "list",
                                              "popovertarget"};
  return names.count(attribute) > 0;
}

// The words of a list with spaces between them, each changed.
template <typename Change>
std::string changed_words(const std::string& text, const Change& change) {
  std::string result;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    result += (at == 0 ? "" : " ") + change(text.substr(at, end - at));
    at = end + 1;
  }
  return result;
}

std::string with_quotes_escaped(std::string text) {
  for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at))
    text.replace(at, 1, "&quot;");
  return text;
}

class SingleFile {
 public:
  SingleFile(const FileTree& site, const std::string& base)
      : site_(site),
        base_(base),
        pages_(collect_pages(site, moved_)),
        addresses_(site, base, pages_, moved_) {
    std::map<std::string, std::set<std::string>> known;  // scripts, by language
    std::set<std::string> common;                        // those of the home page
    for (SinglePage& page : pages_) {
      std::set<std::string>& known_here = known.try_emplace(page.language, common).first->second;
      for (const std::string& script : collect_assets(page))
        page.is_scripted |= known_here.insert(script).second;
      if (common.empty()) common = known_here;
      page.is_scripted &= &page != &pages_.front();
      page.keeps_ids = page.is_scripted && page.language == pages_.front().language;
    }
  }

  std::string html(const std::string& home, const SingleFileParts& parts) {
    const Element head = find_element(home, "head");
    const Element main = find_element(head.after, "main");
    if (head.start_tag.empty() || main.start_tag.empty()) return "";
    const std::string body = rewritten(main.before, nullptr) + std::string(main.start_tag) + "\n" +
                             articles() + rewritten(main.after, nullptr);
    const std::string rest = rewritten_head(head.inside);
    const std::string style = style_text(parts.style);
    const std::vector<std::string> scripts = script_texts(parts.script);
    std::string all =
        std::string(head.before) + std::string(head.start_tag) + "\n<meta charset=\"utf-8\">\n" +
        policy_for(style, scripts, std::any_of(inlined_.begin(), inlined_.end(), is_core)) + rest +
        "<style>" + style + "</style>\n" + body;
    std::string end = frames();
    end += data_elements();
    for (const std::string& script : scripts) end += "<script>" + script + "</script>\n";
    return all.insert(std::min(all.rfind("</body>"), all.size()), end);
  }

 private:
  // Gives the scripts of the page.
  std::vector<std::string> collect_assets(const SinglePage& page) {
    std::vector<std::string> scripts;
    const auto note = [&](const std::string* address, std::vector<std::string>& paths) {
      const auto file = address ? addresses_.file_at(*address) : site_.end();
      if (file != site_.end() && std::find(paths.begin(), paths.end(), file->first) == paths.end())
        paths.push_back(file->first);
    };
    for (const std::string_view html : {page.head, page.content})
      visit_tags(html, [&](const Tag& tag) {
        if (is_stylesheet(tag)) note(tag.find("href"), styles_);
        if (!is_script_file(tag)) return;
        note(tag.find("src"), scripts_);
        note(tag.find("src"), scripts);
      });
    return scripts;
  }

  // `page` is null around the pages.
  std::string rewritten(std::string_view html, const SinglePage* page) {
    return rewrite_tags(html, [&](Tag& tag) {
      if (is_stylesheet(tag) || is_announcement(tag) || is_script_file(tag)) return false;
      for (Attribute& attribute : tag.attributes) change_attribute(attribute, page);
      change_link(tag, page);
      return true;
    });
  }

  void change_attribute(Attribute& attribute, const SinglePage* page) {
    const std::string& name = attribute.name;
    std::string& value = attribute.value;
    const auto own_id = [&](const std::string& id) { return page ? page->id_in_file(id) : id; };
    const std::string reference = "url(#";
    if (name == "id" || names_ids(name))
      value = changed_words(value, own_id);
    else if (name == "src" || name == "poster")
      value = addresses_.data(value);
    else if (name == "srcset")
      value = changed_words(value, [&](const std::string& word) { return addresses_.data(word); });
    else if (name.rfind("data-", 0) == 0)
      change_data(value);
    else if (name == "action" && addresses_.is_page(value))
      value = addresses_.link(value);
    else if (name == "value" && addresses_.is_inside(value) &&
             addresses_.file_at(value) != site_.end())
      value.clear();  // a file that a script would fetch
    else if (value.rfind(reference, 0) == 0 && value.back() == ')')
      value = reference +
              own_id(value.substr(reference.size(), value.size() - reference.size() - 1)) + ")";
  }

  void change_link(Tag& tag, const SinglePage* page) {
    const auto is_link = [](const Attribute& attribute) {
      return attribute.name == "href" || attribute.name == "xlink:href";
    };
    const auto link = std::find_if(tag.attributes.begin(), tag.attributes.end(), is_link);
    if (link == tag.attributes.end()) return;
    const std::string address = link->value;
    const auto file = addresses_.file_at(address);
    if (address.empty() || address[0] == '#') {
      if (page) link->value = addresses_.link_inside(*page, address);
    } else if (addresses_.is_inside(address) &&
               (file == site_.end() || addresses_.is_page(address))) {
      link->value = addresses_.link(address);
    } else if (file != site_.end()) {
      link->value = addresses_.data(address);
      // Browsers do not open data: addresses as pages.
      if (tag.name == "a")
        tag.attributes.push_back({"download", file->first.substr(file->first.rfind('/') + 1)});
    }
  }

  void change_data(std::string& value) {
    const auto file = addresses_.file_at(value);
    if (addresses_.is_page(value)) {
      value = addresses_.link(value);
    } else if (file != site_.end()) {
      inlined_.insert(file->first);
      value = "#/" + file->first;
    }
  }

  std::string articles() {
    std::vector<std::string> contents;
    for (const SinglePage& page : pages_) contents.push_back(rewritten(page.content, &page));
    std::string html;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const SinglePage& page = pages_[i];
      html += "<article class=\"page\" id=\"" + page.address + "\" data-title=\"" +
              with_quotes_escaped(page.title) + "\"";
      html += language_of(page);
      if (page.is_scripted && !page.keeps_ids) html += " data-scripted";
      html += page.is_missing_page() ? " hidden>\n" : ">\n";
      // Where a link with a state leads without scripts.
      for (const std::string& state : page.states)
        html += "<span id=\"" + page.address + "?" + state + "\"></span>\n";
      html += contents[i] + "</article>\n";
    }
    return html;
  }

  // Where it is another than that of the home page.
  std::string language_of(const SinglePage& page) const {
    const SinglePage& home = pages_.front();
    if (page.language == home.language) return "";
    std::string attributes = " lang=\"" + page.language + "\"";
    if (page.direction != home.direction) attributes += " dir=\"" + page.direction + "\"";
    return attributes;
  }

  // What stands around the pages of each other language: around its own home page.
  std::string frames() {
    std::map<std::string, const SinglePage*> homes;
    for (const SinglePage& page : pages_) {
      const SinglePage*& home = homes.try_emplace(page.language, &page).first->second;
      if (page.address.size() < home->address.size()) home = &page;
    }
    homes.erase(pages_.front().language);
    std::string html;
    for (const auto& [language, home] : homes)
      html += "<template class=\"frame\"" + language_of(*home) + ">" +
              rewritten(home->before, nullptr) + "<main></main>" + rewritten(home->after, nullptr) +
              "</template>\n";
    return html;
  }

  std::string rewritten_head(std::string_view head) {
    std::string html = rewrite_tags(head, [&](Tag& tag) {
      // Previews are for links, and this file has none.
      const bool previews =
          tag.name == "meta" && (tag.find("property") || tag.is("name", "twitter:card"));
      const bool dropped = tag.name == "script" || (tag.name == "link" && !tag.is("rel", "icon")) ||
                           previews || tag.find("charset") ||
                           tag.is("http-equiv", "Content-Security-Policy");
      if (dropped) return false;
      for (Attribute& attribute : tag.attributes)
        if (attribute.name == "href") attribute.value = addresses_.data(attribute.value);
      return true;
    });
    html.erase(0, html.find_first_not_of('\n'));
    return html;
  }

  std::string style_text(const std::string& last) const {
    std::string text = "\n";
    for (const std::string& path : styles_)
      text += inlined_style(site_.find(path)->second, path, site_, base_);
    return text + inlined_style(last, "", site_, base_);
  }

  std::vector<std::string> script_texts(const std::string& first) const {
    std::vector<std::string> texts = {inlined_script(first)};
    for (const std::string& path : scripts_)
      texts.push_back(inlined_script(site_.find(path)->second));
    return texts;
  }

  std::string data_elements() {
    std::string html;
    for (const std::string& path : inlined_) {
      const std::string& bytes = site_.find(path)->second;
      const std::string type = media_type(path);
      const bool is_json = type == "application/json";
      html += "<script type=\"" + type + "\" id=\"/" + path + "\">" +
              (is_json ? json_text(bytes) : base64(bytes)) + "</script>\n";
    }
    return html;
  }

  std::string json_text(const std::string& bytes) {
    Json json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded()) return inlined_json(bytes);
    change_addresses(json);
    return inlined_json(json.dump());
  }

  void change_addresses(Json& json) {
    for (Json& child : json) {
      if (child.is_structured()) change_addresses(child);
      if (!child.is_string()) continue;
      const std::string text = child.get<std::string>();
      child = addresses_.is_page(text) ? addresses_.link(text) : addresses_.data(text);
    }
  }

  const FileTree& site_;
  const std::string& base_;
  MovedPages moved_;
  std::vector<SinglePage> pages_;
  Addresses addresses_;
  std::vector<std::string> styles_, scripts_;  // their paths, in the order of their first use
  std::set<std::string> inlined_;              // paths of the files that data- attributes name
};

}  // namespace

std::string single_file(const FileTree& site, const std::string& base,
                        const SingleFileParts& parts) {
  const auto home = site.find("index.html");
  return home == site.end() ? "" : SingleFile(site, base).html(home->second, parts);
}

}  // namespace unclench::render
