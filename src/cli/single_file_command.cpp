#include <iostream>

#include "base/encoding.h"
#include "base/output_file.h"
#include "cli/commands.h"
#include "render/single_file.h"

namespace unclench::cli {
namespace {

bool read_part(const SiteOptions& options, const std::string& name, std::string& text) {
  const std::string path = options.web + "/" + name;
  if (read_file(path, text).empty()) return true;
  std::cerr << "error: " << path << ": this file has not been built; run ./dev build\n";
  return false;
}

}  // namespace

int write_single_file(const SiteOptions& options, const FileTree& site, const std::string& base) {
  render::SingleFileParts parts;
  const bool complete = read_part(options, "single-file.js", parts.script) &
                        read_part(options, "single-file.css", parts.style);
  if (!complete) return failed;
  const std::string html = render::single_file(site, base, parts);
  if (html.empty()) {
    std::cerr << "error: the home page has no <head> or no <main>; one file cannot hold the site\n";
    return failed;
  }
  const std::string problem = replace_file(options.single_file, html);
  if (!problem.empty()) {
    std::cerr << "error: " << problem << "\n";
    return failed;
  }
  if (options.format != "text") return done;
  std::cout << "Built " << options.single_file << ": " << html.size() << " bytes, "
            << gzip_size(html) << " with gzip.\n";
  return done;
}

}  // namespace unclench::cli
