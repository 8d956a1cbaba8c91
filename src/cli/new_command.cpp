#include <iostream>

#include "base/output_file.h"
#include "base/parallel.h"
#include "cli/pipeline.h"
#include "content/skeletons.h"

namespace unclench::cli {
namespace {

int refuse(const std::string& problem, int code) {
  std::cerr << "error: " << problem << "\n";
  return code;
}

// The id nearest to what was given: "Side Plank" -> "side-plank".
std::string id_like(const std::string& name) {
  std::string id;
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter)
      id += c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

std::string problem_of_title(const std::string& title) {
  if (title.find_first_not_of(' ') == std::string::npos) return "the title is empty";
  for (char c : title)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      return "the title has a line break or another control character in it";
  return find_invalid_utf8(title) == std::string::npos ? "" : "the title is not UTF-8";
}

// What a build says when the file is there and does not say without it: above all, that another
// page has its address or another figure its name. Nothing where the site cannot be read.
Diagnostics problems_with(const AuthorOptions& options, const std::string& file,
                          const std::string& text) {
  render::Options build;
  build.drafts = true;
  build.threads = default_threads();
  Diagnostics ignored, before, after;
  render::Inputs inputs;
  inputs.content_root = options.content;
  inputs.site_root = options.site;
  inputs.content = read_tree(options.content, ignored);
  inputs.site = read_tree(options.site, ignored);
  render::SiteMemory memory;
  render::make_site(inputs, build, memory, before);
  inputs.content[file] = text;
  render::make_site(inputs, build, memory, after);
  return after.without(before);
}

}  // namespace

int new_command(const AuthorOptions& options) {
  if (!content::is_id(options.name)) {
    const std::string id = id_like(options.name);
    return refuse("'" + options.name + "' cannot be an address; use lower-case letters, digits " +
                      "and hyphens" + (id.empty() ? "" : ", like '" + id + "'"),
                  invalid_call);
  }
  const std::string title =
      options.title.empty() ? content::title_of_name(options.name) : options.title;
  if (const std::string problem = problem_of_title(title); !problem.empty())
    return refuse(problem, invalid_call);

  const std::string file = content::folder_of_kind(options.word) + "/" + options.name + ".md";
  const std::string path = options.content + "/" + file;
  std::error_code error;
  if (!std::filesystem::is_directory(options.content, error))
    return refuse("there is no folder '" + options.content + "'", failed);
  if (std::filesystem::exists(path, error)) return refuse(path + " is there already", failed);
  Diagnostics diagnostics;
  const content::LoadedEdition loaded = read_data(options.content, true, diagnostics);
  const std::string problem = content::problem_of_skeleton(options.word, options.name, loaded);
  if (!problem.empty()) {
    print_problems(diagnostics, "text");
    return refuse(problem, failed);
  }
  const std::string base_url = read_site_settings(options.site).base_url;
  const std::string schema = base_url.empty() ? "" : base_url + "schema/" + options.word + ".json";
  const std::string text = content::skeleton_text({options.word, title, schema}, loaded);
  if (!base_url.empty())
    if (const Diagnostics problems = problems_with(options, file, text); !problems.empty()) {
      print_problems(problems, "text");
      return refuse(path + " would bring this about, and was not written", failed);
    }
  const std::string failure = create_file(path, text);
  if (!failure.empty()) return refuse(failure, failed);
  std::cout << "Wrote " << path << ", a draft. Check it with `unclench check --drafts`.\n";
  return done;
}

}  // namespace unclench::cli
