// The commands with their options, as CLI11 keeps them.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

namespace unclench::cli {

// What the call asks for. Parsing sets it, and running it gives the exit code.
using Run = std::function<int()>;

void add_build(CLI::App& app, Run& run);
void add_check(CLI::App& app, Run& run);
void add_serve(CLI::App& app, Run& run);
void add_plan(CLI::App& app, Run& run);
void add_verify(CLI::App& app, Run& run);
void add_ask(CLI::App& app, Run& run);
void add_new(CLI::App& app, Run& run);
void add_list(CLI::App& app, Run& run);
void add_explain(CLI::App& app, Run& run);
void add_schema(CLI::App& app, Run& run);
void add_markdown(CLI::App& app, Run& run);
void add_figure(CLI::App& app, Run& run);
void add_figures(CLI::App& app, Run& run);
void add_completion(CLI::App& app, Run& run);

// How help and errors look: defaults and choices are shown, errors begin with "error: ".
void set_manners(CLI::App& app);

// What may follow an option or stand in a place, as its declaration says.
enum class Follows { nothing, anything, folder, file, choice };
Follows follows(const CLI::Option& option);

// Its fixed choices; empty when there are none.
std::vector<std::string> choices_of(const CLI::Option& option);

}  // namespace unclench::cli
