// A small folder of templates, with words, filled with a small tree of values. The input is the
// page's own template; others follow behind lines like "=== templates/_note.mustache".
#include "base/diagnostic_format.h"
#include "fuzz/fuzz.h"
#include "render/template.h"
#include "render/words.h"

using namespace unclench;
using namespace unclench::render;

namespace {

constexpr std::size_t longest_input = 4096;  // repeated sections multiply

Value list_of_objects() {
  Value list = Value::List();
  list.add(object("title", "One", "url", "/one/", "last", false));
  list.add(object("title", "<Two>", "url", "/two/", "last", true));
  return list;
}

Value known_values() {
  return object("title", "A & \"B\"", "html", "<b>bold</b>", "yes", true, "no", false, "empty", "",
                "number", 7, "list", list_of_objects(), "none", Value(Value::List()), "inner",
                object("name", "x", "deeper", object("list", list_of_objects())));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > longest_input) return 0;
  static const Value site = object("base", "/", "site_title", "Site", "language", "en");
  static const Value page = known_values();
  FileTree files = fuzz::split_files(fuzz::as_text(data, size), "templates/page.mustache");
  files.try_emplace("templates/layout.mustache", "<html>{{site_title}}{{>content}}</html>");
  files.try_emplace("words/en.yaml", "hello: Hello {{title}}\nlist: { one: One }\n");
  FileTree named;
  for (const auto& [path, bytes] : files) named["site/" + path] = bytes;

  Diagnostics diagnostics;
  const WordList words = read_words(files, "site", "en", diagnostics);
  const Templates templates(files, "site", words, diagnostics);
  const std::size_t compiled = diagnostics.size();
  const std::string html = templates.render_page("page", site, page, diagnostics);
  const bool sound = diagnostics.empty();
  for (const auto& [path, bytes] : files) {
    const std::string name = path.substr(path.find('/') + 1);
    templates.render(name.substr(0, name.rfind('.')), page, diagnostics);
  }
  fuzz::require_sound(diagnostics, named);
  if (sound)
    fuzz::require(html == templates.render_page("page", site, page, diagnostics),
                  "the same values give the same page");
  fuzz::require(compiled <= diagnostics.size(), "problems stay");
  return 0;
}
