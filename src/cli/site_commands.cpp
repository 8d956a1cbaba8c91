#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/image_size.h"
#include "base/site_folder.h"
#include "cli/pipeline.h"
#include "cli/png.h"
#include "core/session/date.h"
#include "lint/lint.h"
#include "serve/server.h"

namespace unclench::cli {
namespace {

// False when the call is not valid, which was then said.
bool read_options(const SiteOptions& options, render::Options& render_options) {
  render_options.drafts = options.drafts;
  render_options.threads = threads_of(options);
  render_options.external = options.external;
  if (options.base_url.empty()) return true;
  const render::BaseUrl base = render::parse_base_url(options.base_url);
  if (!base.error.empty())
    std::cerr << "error: --base-url " << base.error << ", not '" << options.base_url << "'\n";
  render_options.base_url = base.url;
  return base.error.empty();
}

bool lies_in(const std::string& path, const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path inner = fs::weakly_canonical(fs::absolute(path, error), error);
  const fs::path outer = fs::weakly_canonical(fs::absolute(folder, error), error);
  const fs::path way = inner.lexically_relative(outer);
  return !error && !way.empty() && *way.begin() != "..";
}

// What is written must not become part of what is read. False when the call is not valid, which was
// then said.
bool check_output(const SiteOptions& options) {
  const bool single = !options.single_file.empty();
  const std::string& output = single ? options.single_file : options.output;
  if (single && !has_ending(output, ".html")) {
    std::cerr << "error: --single-file '" << output << "' does not end in .html\n";
    return false;
  }
  std::vector<std::string> folders = {options.content};
  if (!single) folders.insert(folders.end(), {options.site, options.web});
  for (const std::string& folder : folders) {
    if (!lies_in(output, folder)) continue;
    std::cerr << "error: '" << output << "' lies in '" << folder
              << "', which the site is made from; name another place\n";
    return false;
  }
  return true;
}

// Ends the process at once: the system takes back the memory of a large site much quicker than
// destructors could, page by page.
[[noreturn]] void leave(int code) {
  std::_Exit(finish(code));
}

int report_failure(const std::string& problem) {
  if (problem.empty()) return 0;
  std::cerr << "error: " << problem << "\n";
  return failed;
}

// The day in universal time: a review is not old by the hour.
std::string date_of_clock() {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::chrono::year_month_day date{days};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

// A line for each link, for programs that fetch them.
void print_links(const std::vector<content::ExternalLink>& links, const std::string& format) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const content::ExternalLink& link : links)
    if (format == "json")
      list.push_back({{"path", link.path},
                      {"line", link.span.line},
                      {"column", link.span.column},
                      {"url", link.url}});
    else
      std::cout << link.path << ":" << link.span.line << ":" << link.span.column << ": " << link.url
                << "\n";
  if (format == "json")
    std::cout << list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
}

// False when the call is not valid, which was then said.
bool read_today(const SiteOptions& options, std::string& today) {
  today = options.today.empty() ? date_of_clock() : options.today;
  if (core::parse_date(today)) return true;
  std::cerr << "error: --today must be a date like 2026-11-21, not '" << today << "'\n";
  return false;
}

void advise(const render::MadeSite& site, const SiteOptions& options, const std::string& today,
            Diagnostics& diagnostics) {
  lint::Options advice;
  advice.today = today;
  advice.language = site.settings.language;
  advice.review_after_months = site.settings.review_after_months;
  advice.pedantic = options.pedantic;
  advice.threads = threads_of(options);
  lint::check(site.edition->edition, advice, diagnostics);
}

// The folder of the finished site from one build to the next: as a whole, or file by file when
// nobody else has put a site there since.
class Output {
 public:
  explicit Output(std::string folder) : folder_(std::move(folder)) {}

  std::string write(const FileTree& site, unsigned threads) {
    const bool is_ours = !written_.empty() && written_as_ == site_mark(folder_);
    std::string problem;
    if (!is_ours || !update_folder(folder_, written_, site, threads).empty())
      problem = replace_folder(folder_, site, threads);
    written_ = problem.empty() ? site : FileTree();  // after a failure there may be half of each
    written_as_ = site_mark(folder_);
    return problem;
  }

 private:
  const std::string folder_;
  FileTree written_;
  std::string written_as_;
};

// A picture that is whole ends with an empty chunk and its checksum.
bool is_whole_png(const std::string& png, const Collage& collage) {
  constexpr std::string_view end("\0\0\0\0IEND\xAE\x42\x60\x82", 12);
  const auto size = image_size(".png", png);
  return size && size->width == collage.width && size->height == collage.height &&
         has_ending(png, end);
}

// Pictures of the last build are taken again: drawing one takes longer than making a page.
render::DrawPng png_maker(const std::string& output) {
  if (!draws_png) return nullptr;
  return [output](const std::string& path, const Collage& collage, std::string& png) {
    const bool is_there = read_file(output + "/" + path, png).empty();
    if (is_there && is_whole_png(png, collage)) return std::string();
    png.clear();
    return png_of(collage, png);
  };
}

// Finds out whether the icon can be drawn. What the program draws itself always can, and takes
// long.
render::DrawPng icon_checker() {
  if (!draws_png) return nullptr;
  return [](const std::string& path, const Collage& collage, std::string& png) {
    return path.rfind(render::icon_folder, 0) == 0 ? png_of(collage, png) : std::string();
  };
}

}  // namespace

int check_command(const SiteOptions& options) {
  render::Options render_options;
  std::string today;
  if (!read_options(options, render_options) || !read_today(options, today)) return invalid_call;
  render_options.draw_png = icon_checker();
  Diagnostics diagnostics;
  const render::MadeSite site = Pipeline(options).run(render_options, diagnostics);
  const bool sound = diagnostics.empty();
  if (sound && options.external) {
    print_links(site.external, options.format);
    return done;
  }
  if (sound) advise(site, options, today, diagnostics);
  print_problems(diagnostics, options.format);
  if (!sound || (options.strict && !diagnostics.empty())) return failed;
  if (options.format == "text")
    std::cout << "No errors; the site would have " << site.files.size() << " files.\n";
  return done;
}

int build_command(const SiteOptions& options) {
  render::Options render_options;
  if (!read_options(options, render_options) || !check_output(options)) return invalid_call;
  render_options.unpublished = !options.single_file.empty();
  if (options.single_file.empty()) render_options.draw_png = png_maker(options.output);
  Diagnostics diagnostics;
  Pipeline pipeline(options);
  const render::MadeSite site = pipeline.run(render_options, diagnostics);
  print_problems(diagnostics, options.format);
  if (!diagnostics.empty()) return failed;
  if (!options.single_file.empty()) return write_single_file(options, site.files, site.base);
  const int result =
      report_failure(replace_folder(options.output, site.files, render_options.threads));
  if (result == 0 && options.format == "text")
    std::cout << "Built " << options.output << ": " << site.files.size() << " files.\n";
  leave(result);
}

int serve_command(const SiteOptions& options) {
  render::Options render_options;
  if (!read_options(options, render_options) || !check_output(options)) return invalid_call;
  render_options.network_first = !options.like_pages;
  Pipeline pipeline(options);
  Output output(options.output);
  const auto rebuild = [&](const std::string& address) -> serve::Build {
    if (options.base_url.empty()) render_options.base_url = address;
    Diagnostics diagnostics;
    render::MadeSite site = pipeline.run(render_options, diagnostics);
    print_problems(diagnostics, "text");
    if (!diagnostics.empty())
      return {{}, false, format_diagnostics(diagnostics, DiagnosticFormat::json)};
    const std::string problem = output.write(site.files, render_options.threads);
    if (report_failure(problem) != 0) {
      diagnostics.add(Problem::unreadable, options.output, problem);
      return {{}, false, format_diagnostics(diagnostics, DiagnosticFormat::json)};
    }
    return {std::move(site.files), true, "[]"};
  };
  serve::ServerOptions server;
  server.port = options.port;
  server.path =
      render_options.base_url.empty() ? "/" : render::path_of_url(render_options.base_url);
  server.folders = {options.content, options.site, options.web};
  server.like_pages = options.like_pages;
  // Stays empty when it has not been built.
  read_file(std::filesystem::path(options.web) / "reload.js", server.reload_script);
  return serve::run(server, rebuild);
}

}  // namespace unclench::cli
