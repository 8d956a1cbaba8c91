#include <iostream>

#include "cli/commands.h"
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
FileTree make_site(const render::Inputs& inputs, const render::Options& render_options,
                   Diagnostics& diagnostics) {
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
  std::string base;   // the path that they were rendered for
  int exit_code = 0;  // not 0 when there were errors, which were then printed
};

SoundSite make_sound_site(const SiteOptions& options) {
  render::Options render_options;
  if (!read_base_url(options, render_options)) return {{}, "", invalid_call};
  Diagnostics diagnostics;
  const render::Inputs inputs = read_inputs(options, diagnostics);
  FileTree files = make_site(inputs, render_options, diagnostics);
  if (!diagnostics.empty()) {
    std::cerr << format_diagnostics(diagnostics);
    return {{}, "", content_has_errors};
  }
  std::string url = render_options.base_url;
  if (url.empty()) url = render::read_settings(inputs.site, inputs.site_root, diagnostics).base_url;
  return {std::move(files), render::path_of_url(url), 0};
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
  if (!options.single_file.empty()) return write_single_file(options, site.files, site.base);
  const int result = write_site(options, site.files);
  if (result == 0)
    std::cout << "Built " << options.output << ": " << site.files.size() << " files.\n";
  return result;
}

int serve_command(const SiteOptions& options) {
  render::Options render_options;
  if (!read_base_url(options, render_options)) return invalid_call;
  render_options.network_first = true;
  const auto rebuild = [&](const std::string& address, FileTree& served) {
    if (options.base_url.empty()) render_options.base_url = address;
    Diagnostics diagnostics;
    FileTree files = make_site(read_inputs(options, diagnostics), render_options, diagnostics);
    if (!diagnostics.empty()) {
      std::cerr << format_diagnostics(diagnostics) << std::flush;
      return false;
    }
    if (write_site(options, files) != 0) return false;
    served = std::move(files);
    return true;
  };
  const std::string path =
      render_options.base_url.empty() ? "/" : render::path_of_url(render_options.base_url);
  return serve::run({options.port, path, {options.content, options.site, options.web}}, rebuild);
}

}  // namespace unclench::cli
