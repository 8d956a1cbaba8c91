#include <iostream>

#include "cli/commands.h"
#include "codec/json.h"
#include "render/site.h"
#include "serve/server.h"

namespace unclench::cli {
namespace {

constexpr int content_has_errors = 1;
constexpr int invalid_call = 2;

bool read_base_url(const SiteOptions& options, render::Options& render_options) {
  if (options.base_url.empty()) return true;
  const render::BaseUrl base = render::parse_base_url(options.base_url);
  if (!base.error.empty())
    std::cerr << "error: --base-url " << base.error << ", not '" << options.base_url << "'\n";
  render_options.base_url = base.url;
  return base.error.empty();
}

render::Inputs read_inputs(const SiteOptions& options, Diagnostics& diagnostics) {
  render::Inputs inputs;
  inputs.content = read_tree(options.content, diagnostics);
  inputs.site = read_tree(options.site, diagnostics);
  inputs.web = read_tree(options.web, diagnostics);
  inputs.content_root = options.content;
  inputs.site_root = options.site;
  inputs.web_root = options.web;
  return inputs;
}

// load, parse, validate, model, render: everything but writing.
FileTree make_site(const SiteOptions& options, const render::Options& render_options,
                   Diagnostics& diagnostics) {
  const render::Inputs inputs = read_inputs(options, diagnostics);
  const content::LoadedEdition loaded =
      content::load_edition(inputs.content, inputs.content_root, diagnostics);
  return render::render_site(loaded.edition, inputs, render_options, diagnostics);
}

int write_site(const SiteOptions& options, const FileTree& files) {
  const std::string problem = replace_folder(options.output, files);
  if (problem.empty()) return 0;
  std::cerr << "error: " << problem << "\n";
  return content_has_errors;
}

struct SoundSite {
  FileTree files;
  int exit_code = 0;  // not 0 when there were errors, which were then printed
};

SoundSite make_sound_site(const SiteOptions& options) {
  render::Options render_options;
  if (!read_base_url(options, render_options)) return {{}, invalid_call};
  Diagnostics diagnostics;
  SoundSite site{make_site(options, render_options, diagnostics), 0};
  if (diagnostics.empty()) return site;
  std::cerr << format_diagnostics(diagnostics);
  return {{}, content_has_errors};
}

std::string problems_as_json(const Diagnostics& diagnostics) {
  Json problems = Json::array();
  for (const Diagnostic& one : diagnostics.sorted())
    problems.push_back({{"path", one.path},
                        {"line", one.span.line},
                        {"column", one.span.column},
                        {"length", one.span.length},
                        {"message", one.message},
                        {"help", one.help},
                        {"line_text", one.line_text}});
  return problems.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

int check_command(const SiteOptions& options) {
  const SoundSite site = make_sound_site(options);
  if (site.exit_code == 0)
    std::cout << "No errors; the site would have " << site.files.size() << " files.\n";
  return site.exit_code;
}

int build_command(const SiteOptions& options) {
  const SoundSite site = make_sound_site(options);
  if (site.exit_code != 0) return site.exit_code;
  const int result = write_site(options, site.files);
  if (result == 0)
    std::cout << "Built " << options.output << ": " << site.files.size() << " files.\n";
  return result;
}

int serve_command(const SiteOptions& options) {
  render::Options render_options;
  if (!read_base_url(options, render_options)) return invalid_call;
  render_options.network_first = !options.like_pages;
  const auto rebuild = [&](const std::string& address) -> serve::Build {
    if (options.base_url.empty()) render_options.base_url = address;
    Diagnostics diagnostics;
    FileTree files = make_site(options, render_options, diagnostics);
    if (!diagnostics.empty()) {
      std::cerr << format_diagnostics(diagnostics) << std::flush;
      return {{}, false, problems_as_json(diagnostics)};
    }
    if (write_site(options, files) != 0)
      return {{}, false, R"([{"path":"","message":"cannot write the site; see the terminal"}])"};
    return {std::move(files), true, "[]"};
  };
  const std::string path =
      render_options.base_url.empty() ? "/" : render::path_of_url(render_options.base_url);
  std::string reload_script;
  read_file(std::filesystem::path(options.web) / "reload.js", reload_script);
  return serve::run({options.port,
                     path,
                     {options.content, options.site, options.web},
                     options.like_pages,
                     reload_script},
                    rebuild);
}

}  // namespace unclench::cli
