#include "cli/pipeline.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "base/parallel.h"

namespace unclench::cli {
namespace {

bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return (!no_colour || *no_colour == '\0') && isatty(STDERR_FILENO) == 1 && terminal &&
         std::string(terminal) != "dumb";
}

DiagnosticFormat format_of(const std::string& name) {
  if (name == "json") return DiagnosticFormat::json;
  return name == "github" ? DiagnosticFormat::github : DiagnosticFormat::text;
}

}  // namespace

Pipeline::Pipeline(const SiteOptions& options)
    : content_(options.content), site_(options.site), web_(options.web) {
  inputs_.content_root = options.content;
  inputs_.site_root = options.site;
  inputs_.web_root = options.web;
}

render::MadeSite Pipeline::run(const render::Options& options, Diagnostics& diagnostics) {
  content_.update(inputs_.content, options.threads, diagnostics);
  site_.update(inputs_.site, options.threads, diagnostics);
  web_.update(inputs_.web, options.threads, diagnostics);
  return render::make_site(inputs_, options, memory_, diagnostics);
}

content::LoadedEdition read_data(const std::string& folder, bool drafts, Diagnostics& diagnostics) {
  const FileTree files = read_tree(folder, diagnostics);
  content::EditionOptions options;
  options.root = folder;
  options.drafts = drafts;
  options.texts = false;
  content::EditionMemory memory;
  return content::load_edition(files, options, memory, diagnostics);
}

render::Settings read_site_settings(const std::string& folder) {
  Diagnostics ignored;
  FileTree site;
  std::string text;
  if (read_file(std::filesystem::path(folder) / "site.yaml", text).empty())
    site["site.yaml"] = std::move(text);
  return render::read_settings(site, folder, ignored);
}

unsigned threads_of(const SiteOptions& options) {
  return options.threads > 0 ? static_cast<unsigned>(options.threads) : default_threads();
}

void print_problems(const Diagnostics& diagnostics, const std::string& format) {
  const DiagnosticFormat form = format_of(format);
  if (diagnostics.empty() && form != DiagnosticFormat::json) return;
  const std::string text = format_diagnostics(diagnostics, form, wants_colour());
  (form == DiagnosticFormat::text ? std::cerr : std::cout) << text << std::flush;
}

int finish(int code) {
  std::cout.flush();
  if (std::cout) return code;
  std::cerr << "error: the answer could not be written\n";
  return failed;
}

}  // namespace unclench::cli
