// unclench: builds, checks and serves an edition, and plans routines from it.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/commands.h"

namespace {

constexpr int failed = 1;
constexpr int invalid_call = 2;

void add_folders(CLI::App& command, unclench::cli::SiteOptions& options) {
  command.add_option("--content", options.content, "Folder of Markdown")->capture_default_str();
  command.add_option("--site", options.site, "Folder of templates, theme and settings")
      ->capture_default_str();
  command.add_option("--web", options.web, "Folder of built scripts and the core")
      ->capture_default_str();
  command.add_option("--base-url", options.base_url,
                     "Where the site is published, like https://example.org/path/");
  command.add_flag("--drafts", options.drafts, "Publish drafts as well");
  command.add_option("--threads", options.threads, "Threads to work with; 0 for one a core")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
}

// A list may be given as one text with commas, or by repeating the option.
void add_list(CLI::App& command, const std::string& name, std::vector<std::string>& list,
              const std::string& description) {
  command.add_option(name, list, description)->delimiter(',')->allow_extra_args(false);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Unclench: exercise pages and routines for backs that have seized up", "unclench"};
  app.set_version_flag("--version", "unclench " UNCLENCH_VERSION);
  app.require_subcommand(1);

  unclench::cli::SiteOptions site;
  CLI::App* build = app.add_subcommand("build", "Build the site");
  add_folders(*build, site);
  CLI::Option* output = build->add_option("--output", site.output, "Folder of the finished site")
                            ->capture_default_str();
  build
      ->add_option("--single-file", site.single_file,
                   "Write everything into this one HTML file, and no folder")
      ->excludes(output);

  CLI::App* check = app.add_subcommand("check", "Do all that build does, but write nothing");
  add_folders(*check, site);

  CLI::App* serve = app.add_subcommand("serve", "Build, serve, and rebuild on every change");
  add_folders(*serve, site);
  serve->add_option("--output", site.output, "Folder of the finished site")->capture_default_str();
  serve->add_option("--port", site.port, "Port to listen on; the next free one if it is taken")
      ->check(CLI::Range(1, 65535))
      ->capture_default_str();
  serve->add_flag("--like-pages", site.like_pages,
                  "Answer as GitHub Pages would, without reloading pages");

  unclench::cli::PlanOptions plan;
  CLI::App* planner = app.add_subcommand("plan", "Plan a routine");
  planner->add_option("--content", plan.content, "Folder of Markdown")->capture_default_str();
  planner->add_option("--request", plan.request,
                      "A request as JSON: a file, or - for standard input");
  planner->add_option("--stage", plan.stage, "How the back is now: spasm, sore, stiff or well");
  planner->add_option("--minutes", plan.minutes, "Time for the whole routine");
  add_list(*planner, "--surface,--surfaces", plan.surfaces, "Where: floor, bed, chair, standing");
  add_list(*planner, "--equipment", plan.equipment, "What is at hand");
  add_list(*planner, "--condition,--conditions", plan.conditions, "What applies to the person");
  add_list(*planner, "--exclude", plan.exclude, "Exercises to leave out");
  add_list(*planner, "--include", plan.include, "Exercises that must be in");
  planner->add_option("--format", plan.format, "text or json")->capture_default_str();

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : invalid_call;
  }
  try {
    if (*build) return unclench::cli::build_command(site);
    if (*check) return unclench::cli::check_command(site);
    if (*serve) return unclench::cli::serve_command(site);
    return unclench::cli::plan_command(plan);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << "\n";
    return failed;
  }
}
