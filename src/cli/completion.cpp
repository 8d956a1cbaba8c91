#include "cli/completion.h"

#include "cli/command_line.h"

namespace unclench::cli {
namespace {

// An option or a place as a shell needs to know it.
struct Word {
  std::vector<std::string> names;  // "--help", "-h"; empty: a place
  std::string about;
  Follows follows = Follows::nothing;
  std::vector<std::string> choices;
};

struct Command {
  std::string name;
  std::string about;
  std::vector<Word> options, places;
};

Command command_of(const CLI::App& app) {
  Command command{app.get_name(), app.get_description(), {}, {}};
  for (const CLI::Option* option : app.get_options()) {
    Word word{{}, option->get_description(), follows(*option), choices_of(*option)};
    for (const std::string& name : option->get_snames()) word.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) word.names.push_back("--" + name);
    (option->get_positional() ? command.places : command.options).push_back(std::move(word));
  }
  return command;
}

std::vector<Command> commands_of(const CLI::App& app) {
  std::vector<Command> commands;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    commands.push_back(command_of(*command));
  return commands;
}

std::string joined(const std::vector<std::string>& words, const char* separator = " ") {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : separator) + word;
  return text;
}

// In single quotes, for any of the three shells.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (char c : text) result += c == '\'' ? "'\\''" : std::string(1, c);
  return result + "'";
}

std::string names_of(const std::vector<Command>& commands) {
  std::vector<std::string> names;
  for (const Command& command : commands) names.push_back(command.name);
  return joined(names);
}

std::string options_of(const Command& command) {
  std::vector<std::string> names;
  for (const Word& option : command.options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return joined(names);
}

// bash: one function, which finds the command and what the word before asks for.

std::string bash_answer(const Word& word) {
  switch (word.follows) {
    case Follows::choice:
      return "_unclench_words " + quoted(joined(word.choices));
    case Follows::folder:
      return "_unclench_paths -d";
    case Follows::file:
      return "_unclench_paths -f";
    case Follows::nothing:
    case Follows::anything:
      break;
  }
  return ":";
}

constexpr const char* bash_head =
    R"(# Completion of unclench for bash: source <(unclench completion bash)
_unclench_words() { mapfile -t COMPREPLY < <(compgen -P "$begin" -W "$1" -- "$cur"); }
_unclench_paths() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -P "$begin" "$1" -- "$cur")
}
_unclench() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command='' place=0 begin='' i
  COMPREPLY=()
  if [ "$cur" = = ]; then cur=''; elif [ "$prev" = = ]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
  case $cur in --?*=*) prev=${cur%%=*} begin=${cur%%=*}= cur=${cur#*=} ;; esac
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case "$command ${COMP_WORDS[i]}" in
)";

std::string bash_script(const CLI::App& app) {
  const std::vector<Command> commands = commands_of(app);
  std::string valued, answers;
  for (const Command& command : commands) {
    for (const Word& option : command.options) {
      if (option.follows == Follows::nothing) continue;
      std::vector<std::string> patterns;
      for (const std::string& name : option.names)
        patterns.push_back(quoted(command.name + " " + name));
      valued += (valued.empty() ? "" : "|") + joined(patterns, "|");
      answers += "    " + joined(patterns, "|") + ") " + bash_answer(option) + "; return ;;\n";
    }
  }
  std::string script = bash_head;
  script += "      " + valued +
            ")\n        [ \"${COMP_WORDS[i+1]}\" = = ] && ((++i))\n        ((++i)) ;;\n";
  script +=
      "      *' '-?*|*' =') ;;\n      ' '*) command=${COMP_WORDS[i]} ;;\n      *) ((++place)) ;;\n "
      "   esac\n  done\n";
  script += "  case \"$command $prev\" in\n" + answers + "  esac\n  case \"$command\" in\n";
  script += "    '') _unclench_words " +
            quoted(names_of(commands) + " " + options_of(command_of(app))) + " ;;\n";
  for (const Command& command : commands) {
    script += "    " + command.name +
              ")\n      case \"$cur:$place\" in\n        -?*) _unclench_words " +
              quoted(options_of(command)) + " ;;\n";
    for (std::size_t p = 0; p < command.places.size(); ++p)
      script += "        *:" + std::to_string(p) + ") " + bash_answer(command.places[p]) + " ;;\n";
    script += "        *) _unclench_words " + quoted(options_of(command)) + " ;;\n      esac ;;\n";
  }
  return script + "  esac\n}\ncomplete -F _unclench unclench\n";
}

// zsh: _arguments knows the rest.

std::string zsh_escaped(const std::string& text) {
  std::string result;
  for (char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

std::string zsh_action(const Word& word) {
  switch (word.follows) {
    case Follows::choice:
      return "(" + joined(word.choices) + ")";
    case Follows::folder:
      return "_files -/";
    case Follows::file:
      return "_files";
    case Follows::nothing:
    case Follows::anything:
      break;
  }
  return "";
}

// How a value may follow: after a space in any case, and "--format=json" or "-ofile" besides.
std::string zsh_joint(const std::string& name, const Word& option) {
  if (option.follows == Follows::nothing) return "";
  return name.rfind("--", 0) == 0 ? "=" : "+";
}

std::string zsh_arguments(const Command& command) {
  std::string text;
  for (const Word& option : command.options)
    for (const std::string& name : option.names)
      text += " \\\n        " +
              quoted(name + zsh_joint(name, option) + "[" + zsh_escaped(option.about) + "]" +
                     (option.follows == Follows::nothing ? "" : ":value:" + zsh_action(option)));
  for (std::size_t p = 0; p < command.places.size(); ++p)
    text += " \\\n        " +
            quoted(std::to_string(p + 1) + ":" + zsh_escaped(command.places[p].about) + ":" +
                   zsh_action(command.places[p]));
  return text;
}

std::string zsh_script(const CLI::App& app) {
  const std::vector<Command> commands = commands_of(app);
  std::string script =
      "#compdef unclench\n# Completion of unclench for zsh: source <(unclench completion zsh)\n"
      "_unclench() {\n  local -a commands=(";
  for (const Command& command : commands)
    script += "\n    " + quoted(command.name + ":" + zsh_escaped(command.about));
  script +=
      "\n  )\n  local context state state_descr line\n  typeset -A opt_args\n  _arguments -C" +
      zsh_arguments(command_of(app)) +
      " \\\n        '1: :->command' \\\n        '*:: :->rest'\n"
      "  case $state in\n    command) _describe command commands ;;\n    rest) case $words[1] in\n";
  for (const Command& command : commands)
    script += "      " + command.name + ")\n        _arguments" + zsh_arguments(command) + " ;;\n";
  return script +
         "    esac ;;\n  esac\n}\n"
         "if [ \"$funcstack[1]\" = _unclench ]; then _unclench \"$@\"; else compdef _unclench "
         "unclench; fi\n";
}

// fish: a line for everything that there is.

std::string fish_answer(const Word& word) {
  switch (word.follows) {
    case Follows::choice:
      return " -x -a " + quoted(joined(word.choices));
    case Follows::folder:
      return " -x -a '(__fish_complete_directories)'";
    case Follows::file:
      return " -r -F";
    case Follows::anything:
      return " -x";
    case Follows::nothing:
      break;
  }
  return "";
}

std::string fish_option(const Word& option, const std::string& condition) {
  std::string line = "complete -c unclench -n " + quoted(condition);
  for (const std::string& name : option.names)
    line += name.rfind("--", 0) == 0 ? " -l " + name.substr(2) : " -s " + name.substr(1);
  return line + fish_answer(option) + " -d " + quoted(option.about) + "\n";
}

std::string fish_script(const CLI::App& app) {
  const std::vector<Command> commands = commands_of(app);
  std::string script =
      "# Completion of unclench for fish: unclench completion fish | source\ncomplete -c unclench "
      "-f\n";
  for (const Word& option : command_of(app).options)
    script += fish_option(option, "__fish_use_subcommand");
  for (const Command& command : commands)
    script += "complete -c unclench -n __fish_use_subcommand -a " + command.name + " -d " +
              quoted(command.about) + "\n";
  for (const Command& command : commands) {
    const std::string seen = "__fish_seen_subcommand_from " + command.name;
    for (const Word& option : command.options) script += fish_option(option, seen);
    for (const Word& place : command.places) {
      const bool chosen = place.follows == Follows::choice;
      if (place.follows == Follows::anything) continue;
      const std::string not_yet =
          chosen ? "; and not __fish_seen_subcommand_from " + joined(place.choices) : "";
      script += "complete -c unclench -n " + quoted(seen + not_yet) +
                (chosen ? " -f -a " + quoted(joined(place.choices)) : " -F") + "\n";
    }
  }
  return script;
}

}  // namespace

const std::vector<std::string>& completed_shells() {
  static const std::vector<std::string> shells = {"bash", "zsh", "fish"};
  return shells;
}

std::string completion_script(const CLI::App& app, const std::string& shell) {
  if (shell == "zsh") return zsh_script(app);
  return shell == "fish" ? fish_script(app) : bash_script(app);
}

}  // namespace unclench::cli
