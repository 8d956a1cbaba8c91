// Scripts that complete the program's commands in a shell.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace unclench::cli {

// "bash", "zsh", "fish".
const std::vector<std::string>& completed_shells();

// The script for a shell, made from the commands and options that the program has.
std::string completion_script(const CLI::App& app, const std::string& shell);

}  // namespace unclench::cli
