// unclench: builds, checks and serves an edition, plans routines from it, and helps its authors.
#include <iostream>

#include "base/diagnostic.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/pipeline.h"

namespace {

using unclench::cli::failed;
using unclench::cli::invalid_call;

void add_commands(CLI::App& app, unclench::cli::Run& run) {
  using namespace unclench::cli;
  add_build(app, run);
  add_check(app, run);
  add_serve(app, run);
  add_plan(app, run);
  add_verify(app, run);
  add_ask(app, run);
  add_new(app, run);
  add_list(app, run);
  add_explain(app, run);
  add_schema(app, run);
  add_markdown(app, run);
  add_figure(app, run);
  add_figures(app, run);
  add_completion(app, run);
}

// CLI11 would only say that a command is missing.
bool refuse_unknown_command(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  if (word.empty() || word[0] == '-') return false;
  for (const std::string& name : names)
    if (name == word) return false;
  const std::string help = unclench::did_you_mean(word, names);
  std::cerr << "error: there is no command '" << word << "'"
            << (help.empty() ? "; `unclench --help` lists them" : "; " + help) << "\n";
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Unclench: exercise pages and routines for backs that have seized up", "unclench"};
  unclench::cli::set_manners(app);
  app.set_version_flag("--version", "unclench " UNCLENCH_VERSION, "Print the version");
  app.require_subcommand(1);
  app.footer("Example:\n  unclench serve\n\n`unclench COMMAND --help` says more of a command.");
  unclench::cli::Run run;
  add_commands(app, run);
  if (argc > 1 && refuse_unknown_command(app, argv[1])) return invalid_call;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? unclench::cli::done : invalid_call;
  }
  try {
    return unclench::cli::finish(run());
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << "\n";
    return failed;
  }
}
