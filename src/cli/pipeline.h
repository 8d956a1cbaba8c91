// From folders to a site: load, parse, validate, model, render.
#pragma once

#include "base/diagnostic_format.h"
#include "cli/commands.h"
#include "render/site.h"

namespace unclench::cli {

// Runs again and again over the same folders, each time only for what has changed.
class Pipeline {
 public:
  explicit Pipeline(const SiteOptions& options);

  // The site as its folders are now. Everything that is wrong is reported.
  render::MadeSite run(const render::Options& options, Diagnostics& diagnostics);

 private:
  FolderReader content_, site_, web_;
  render::Inputs inputs_;
  render::SiteMemory memory_;
};

// The data of a content folder, without its texts: what does not need the site's settings.
content::LoadedEdition read_data(const std::string& folder, bool drafts, Diagnostics& diagnostics);

// The settings of the site, as far as they can be read.
render::Settings read_site_settings(const std::string& folder);

unsigned threads_of(const SiteOptions& options);

// Prints the errors, if there are any, in the format that was asked for.
void print_problems(const Diagnostics& diagnostics, const std::string& format);

// The exit code when all is printed: that of failure when it could not be printed.
int finish(int code);

}  // namespace unclench::cli
