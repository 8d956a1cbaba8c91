#include "cli/command_line.h"

#include <memory>

#include "base/diagnostic.h"
#include "cli/commands.h"
#include "cli/completion.h"
#include "codec/ask.h"
#include "content/json_schema.h"
#include "content/skeletons.h"

namespace unclench::cli {
namespace {

constexpr const char* folder_type = "FOLDER";
constexpr const char* file_type = "FILE";

std::string joined(const std::vector<std::string>& words, const char* separator) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : separator) + word;
  return text;
}

// One of a few words. The description holds them, for help and for completion.
CLI::Validator one_of(const std::vector<std::string>& words) {
  const auto check = [words](const std::string& given) -> std::string {
    for (const std::string& word : words)
      if (word == given) return "";
    std::string help = did_you_mean(given, words);
    if (help.empty()) help = "use one of: " + joined(words, ", ");
    return "'" + given + "' is not known; " + help;
  };
  return CLI::Validator(check, "{" + joined(words, ",") + "}");
}

// A text that may not be empty: nothing is no folder, no address and no date.
CLI::Validator something() {
  return CLI::Validator(
      [](const std::string& given) {
        return std::string(given.empty() ? "its value is empty" : "");
      },
      "");
}

CLI::App& command_of(CLI::App& app, const std::string& name, const std::string& description,
                     const std::string& example) {
  CLI::App& command = *app.add_subcommand(name, description);
  command.footer("Example:\n  " + example);
  return command;
}

void add_content(CLI::App& command, std::string& folder) {
  command.add_option("--content", folder, "Folder of Markdown and data")
      ->type_name(folder_type)
      ->check(something())
      ->capture_default_str();
}

void add_catalogue(CLI::App& command, std::string& file) {
  command.add_option("--catalogue", file, "A published catalogue.json, instead of the content")
      ->type_name(file_type)
      ->check(something());
}

void add_site(CLI::App& command, std::string& folder) {
  command.add_option("--site", folder, "Folder of templates, theme, words and settings")
      ->type_name(folder_type)
      ->check(something())
      ->capture_default_str();
}

void add_base_url(CLI::App& command, std::string& base_url) {
  command
      .add_option("--base-url", base_url,
                  "Where the site is published, like https://example.org/path/, instead of the "
                  "base_url of site.yaml")
      ->type_name("URL")
      ->check(something());
}

void add_format(CLI::App& command, std::string& format, const std::vector<std::string>& formats,
                const std::string& what) {
  command.add_option("--format", format, "How " + what + " printed")
      ->type_name("FORMAT")
      ->check(one_of(formats))
      ->capture_default_str();
}

void add_output(CLI::App& command, std::string& folder) {
  command.add_option("--output", folder, "Folder of the finished site")
      ->type_name(folder_type)
      ->check(something())
      ->capture_default_str();
}

void add_site_options(CLI::App& command, SiteOptions& options) {
  add_content(command, options.content);
  add_site(command, options.site);
  command.add_option("--web", options.web, "Folder of built scripts and the core")
      ->type_name(folder_type)
      ->check(something())
      ->capture_default_str();
  add_base_url(command, options.base_url);
  command.add_flag("--drafts", options.drafts, "Publish drafts as well");
  command.add_option("--threads", options.threads, "Threads to work with; 0 for one a core")
      ->type_name("NUMBER")
      ->check(CLI::Range(0, 256).description(""))
      ->capture_default_str();
}

// A list may be given as one text with commas, or by repeating the option.
void add_words(CLI::App& command, const std::string& name, std::vector<std::string>& list,
               const std::string& description) {
  command.add_option(name, list, description)
      ->type_name("WORDS")
      ->delimiter(',')
      ->allow_extra_args(false);
}

// Options that live as long as the command does.
template <typename Options>
Options& keep_options(CLI::App& command, Run& run, int (*start)(const Options&)) {
  const auto options = std::make_shared<Options>();
  command.callback([&run, options, start] { run = [options, start] { return start(*options); }; });
  return *options;
}

}  // namespace

void add_build(CLI::App& app, Run& run) {
  CLI::App& command = command_of(app, "build", "Build the site",
                                 "unclench build --base-url https://example.org/back/");
  SiteOptions& options = keep_options(command, run, build_command);
  add_site_options(command, options);
  add_output(command, options.output);
  command
      .add_option("--single-file", options.single_file,
                  "Write everything into this one HTML file, and no folder")
      ->type_name(file_type)
      ->check(something())
      ->excludes("--output");
  add_format(command, options.format, {"text", "json", "github"}, "errors are");
}

void add_check(CLI::App& app, Run& run) {
  CLI::App& command =
      command_of(app, "check", "Do all that build does, but write nothing, and advise",
                 "unclench check --drafts --format github");
  SiteOptions& options = keep_options(command, run, check_command);
  add_site_options(command, options);
  add_format(command, options.format, {"text", "json", "github"}, "errors and warnings are");
  command.add_flag("--external", options.external,
                   "List every link to another site, with its place; nothing is fetched");
  command.add_flag("--strict", options.strict, "Fail when there are warnings, too");
  command.add_flag("--pedantic", options.pedantic, "Count cautions without a source as well");
  command
      .add_option("--today", options.today, "The date by which reviews are old; without it, now")
      ->type_name("DATE")
      ->check(something());
}

void add_serve(CLI::App& app, Run& run) {
  CLI::App& command = command_of(app, "serve", "Build, serve, and rebuild on every change",
                                 "unclench serve --drafts --port 9000");
  SiteOptions& options = keep_options(command, run, serve_command);
  add_site_options(command, options);
  add_output(command, options.output);
  command.add_option("--port", options.port, "Port to listen on; the next free one if it is taken")
      ->type_name("NUMBER")
      ->check(CLI::Range(1, 65535).description(""))
      ->capture_default_str();
  command.add_flag("--like-pages", options.like_pages,
                   "Answer as GitHub Pages would, without reloading pages");
}

// A request as a file, as options, or both.
void add_request(CLI::App& command, PlanOptions& options) {
  add_content(command, options.content);
  add_catalogue(command, options.catalogue);
  command
      .add_option("--request", options.request,
                  "A request as JSON: a file, or - for standard input")
      ->type_name(file_type)
      ->check(something());
  command.add_option("--stage", options.stage, "How the back is now: spasm, sore, stiff or well")
      ->type_name("WORD");
  command.add_option("--minutes", options.minutes, "Time for the whole routine")
      ->type_name("NUMBER");
  add_words(command, "--surface,--surfaces", options.surfaces,
            "Where: floor, bed, chair, standing");
  add_words(command, "--equipment", options.equipment, "What is at hand");
  add_words(command, "--condition,--conditions", options.conditions, "What applies to the person");
  add_words(command, "--exclude", options.exclude, "Exercises to leave out");
  add_words(command, "--include", options.include, "Exercises that must be in");
  add_words(command, "--dose,--doses", options.doses, "Dose steps of exercises: bridge=2");
  add_words(command, "--focus", options.focus, "What to work on most: hips, lower-back");
  command
      .add_option("--eases", options.eases,
                  "Which way of bending eases: flexion, extension or neither")
      ->type_name("WORD");
  add_words(command, "--helped", options.helped, "Exercises that helped before");
  add_words(command, "--hurt", options.hurt, "Exercises that hurt before");
  add_words(command, "--recent", options.recent, "Exercises that were done lately");
  command
      .add_option("--position-changes", options.position_changes,
                  "At most this many changes of position")
      ->type_name("NUMBER");
  command
      .add_option("--posture", options.posture, "How the person is now: supine, standing and so on")
      ->type_name("WORD");
  command
      .add_option("--variety", options.variety, "Another routine for each number; 0 is the best")
      ->type_name("NUMBER");
}

void add_plan(CLI::App& app, Run& run) {
  CLI::App& command =
      command_of(app, "plan", "Plan a routine",
                 "unclench plan --stage sore --minutes 10 --surface floor,bed --condition disc");
  PlanOptions& options = keep_options(command, run, plan_command);
  add_request(command, options);
  add_format(command, options.format, {"text", "json"}, "the routine is");
  command
      .add_option("--export", options.export_as,
                  "Print the problem for other solvers instead of the routine")
      ->type_name("FORMAT")
      ->check(one_of({"lp"}));
}

void add_verify(CLI::App& app, Run& run) {
  CLI::App& command = command_of(app, "verify", "Check a routine that was planned",
                                 "unclench verify --request request.json --routine routine.json");
  PlanOptions& options = keep_options(command, run, verify_command);
  add_request(command, options);
  command
      .add_option("--routine", options.routine,
                  "What `plan --format json` printed: a file, or - for standard input")
      ->type_name(file_type)
      ->check(something())
      ->required();
}

void add_ask(CLI::App& app, Run& run) {
  CLI::App& command = command_of(app, "ask", "Ask the routine core a question, as the browser does",
                                 "unclench ask plan --question request.json");
  AskOptions& options = keep_options(command, run, ask_command);
  command.add_option("NAME", options.name, "What to ask")
      ->type_name("")
      ->check(one_of(codec::question_names()))
      ->required();
  command
      .add_option("--question", options.question,
                  "The question as JSON: a file, or - for standard input")
      ->type_name(file_type)
      ->check(something())
      ->capture_default_str();
  command.add_flag("--lines", options.lines, "Each line is a question of its own");
  add_content(command, options.content);
  add_catalogue(command, options.catalogue);
}

void add_new(CLI::App& app, Run& run) {
  CLI::App& command = command_of(app, "new", "Write a draft to fill in; never replaces a file",
                                 "unclench new exercise toe-taps --title \"Toe taps\"");
  AuthorOptions& options = keep_options(command, run, new_command);
  command.add_option("KIND", options.word, "What it is")
      ->type_name("")
      ->check(one_of(content::skeleton_kinds()))
      ->required();
  command.add_option("NAME", options.name, "The name of its file and of its address")
      ->type_name("")
      ->required();
  command.add_option("--title", options.title, "Its title; without it, one made from the name")
      ->type_name("TEXT");
  add_content(command, options.content);
  add_site(command, options.site);
}

void add_list(CLI::App& app, Run& run) {
  CLI::App& command =
      command_of(app, "list", "List pages with their titles and addresses", "unclench list drafts");
  AuthorOptions& options = keep_options(command, run, list_command);
  command.add_option("KIND", options.word, "Which pages; without it, all of them")
      ->type_name("")
      ->check(one_of(list_kinds()));
  add_content(command, options.content);
  add_format(command, options.format, {"text", "json"}, "the list is");
}

void add_explain(CLI::App& app, Run& run) {
  CLI::App& command = command_of(app, "explain", "Say what an error means and how to mend it",
                                 "unclench explain missing-verdict");
  AuthorOptions& options = keep_options(command, run, explain_command);
  std::vector<std::string> ids;
  for (const ProblemText& problem : problem_texts()) ids.emplace_back(problem.id);
  command
      .add_option("ID", options.word,
                  "The id that stands in brackets after an error; without it, all of them")
      ->type_name("")
      ->check(one_of(ids));
}

void add_schema(CLI::App& app, Run& run) {
  CLI::App& command = command_of(app, "schema", "Print the JSON Schema of a kind of file",
                                 "unclench schema exercise");
  AuthorOptions& options = keep_options(command, run, schema_command);
  std::vector<std::string> names;
  for (const content::PublishedSchema& schema : content::published_schemas())
    names.push_back(schema.name);
  command.add_option("NAME", options.word, "The schema; without it, a list of them")
      ->type_name("")
      ->check(one_of(names));
  add_content(command, options.content);
  add_site(command, options.site);
  add_base_url(command, options.base_url);
  command.add_flag("--drafts", options.drafts, "Offer the words of drafts as well");
}

void add_markdown(CLI::App& app, Run& run) {
  CLI::App& command =
      command_of(app, "markdown", "Turn plain CommonMark into HTML", "unclench markdown README.md");
  AuthorOptions& options = keep_options(command, run, markdown_command);
  command.add_option("FILE", options.word, "A text; without it or with -, standard input")
      ->type_name(file_type)
      ->check(something());
  command.add_flag("--unsafe", options.unsafe, "Let HTML and unsafe links through");
}

void add_figure(CLI::App& app, Run& run) {
  CLI::App& command = command_of(app, "figure", "Draw the figure of an exercise",
                                 "unclench figure bridge -o bridge.svg");
  FigureOptions& options = keep_options(command, run, figure_command);
  command.add_option("NAME", options.name, "The exercise, or a change of position")
      ->type_name("")
      ->required();
  command.add_option("-o,--output", options.output, "Where to draw it: a .svg or .png file")
      ->type_name(file_type)
      ->check(something())
      ->required();
  command
      .add_option("--frame", options.frame,
                  "One frame of the animation: 2 is the second pose, 1.5 halfway to it")
      ->type_name("NUMBER")
      ->check(CLI::Range(1.0, 12.0).description(""));
  command.add_flag("--still", options.still, "The numbered still pictures");
  command.add_flag("--thumb", options.thumb, "The small picture for lists")->excludes("--still");
  command.add_flag("--mirrored", options.mirrored, "The other side");
  command.add_flag("--dark", options.dark, "On dark paper");
  command.add_option("--width", options.width, "Width of a PNG in pixels")
      ->type_name("NUMBER")
      ->check(CLI::Range(16, 8192).description(""))
      ->capture_default_str();
  add_content(command, options.content);
}

void add_figures(CLI::App& app, Run& run) {
  CLI::App& command = command_of(app, "figures", "Draw all figures on one page, to look them over",
                                 "unclench figures --sheet figures.html");
  FigureOptions& options = keep_options(command, run, figures_command);
  command.add_option("--sheet", options.sheet, "Where to write the page")
      ->type_name(file_type)
      ->check(something())
      ->required();
  add_content(command, options.content);
}

void add_completion(CLI::App& app, Run& run) {
  CLI::App& command =
      command_of(app, "completion", "Print a script that completes commands in a shell",
                 "source <(unclench completion bash)");
  const auto shell = std::make_shared<std::string>();
  command.add_option("SHELL", *shell, "The shell")
      ->type_name("")
      ->check(one_of(completed_shells()))
      ->required();
  command.callback([&app, &run, shell] {
    run = [&app, shell] {
      std::cout << completion_script(app, *shell);
      return done;
    };
  });
}

Follows follows(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return Follows::nothing;
  if (!choices_of(option).empty()) return Follows::choice;
  const std::string type = option.get_type_name();
  if (type == folder_type) return Follows::folder;
  return type == file_type ? Follows::file : Follows::anything;
}

std::vector<std::string> choices_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t open = type.find('{'), close = type.rfind('}');
  std::vector<std::string> choices;
  if (open == std::string::npos || close == std::string::npos) return choices;
  std::istringstream words(type.substr(open + 1, close - open - 1));
  for (std::string word; std::getline(words, word, ',');) choices.push_back(word);
  return choices;
}

namespace {

class HelpFormat : public CLI::Formatter {
 public:
  HelpFormat() { column_width(30); }

  std::string make_option_opts(const CLI::Option* option) const override {
    const std::string type = option->get_type_name();
    const std::string word = type.substr(0, type.find(':'));
    return word.empty() || option->get_positional() ? "" : " " + word;
  }

  std::string make_option_desc(const CLI::Option* option) const override {
    constexpr std::size_t most_choices = 13;
    std::string text = option->get_description();
    const std::vector<std::string> choices = choices_of(*option);
    if (!choices.empty() && choices.size() <= most_choices) text += ": " + joined(choices, ", ");
    if (!option->get_default_str().empty()) text += " [" + option->get_default_str() + "]";
    return text;
  }
};

std::string unknown_option(const CLI::App& command, const std::string& given) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  const std::string help = did_you_mean(given.substr(0, given.find('=')), names);
  return "there is no option '" + given + "'" + (help.empty() ? "" : "; " + help);
}

// CLI11 would name the first thing that it missed, and not what was meant to be it.
std::string message_of(const CLI::App& command, const CLI::Error& error) {
  const std::vector<std::string> extras = command.remaining();
  for (const std::string& extra : extras)
    if (extra.size() > 1 && extra[0] == '-') return unknown_option(command, extra);
  if (!extras.empty()) return "there is no use for '" + extras.front() + "'";
  return error.what();
}

}  // namespace

void set_manners(CLI::App& app) {
  app.formatter(std::make_shared<HelpFormat>());
  app.failure_message([](const CLI::App* parsed, const CLI::Error& error) {
    const CLI::App* command = parsed;
    for (const CLI::App* chosen : parsed->get_subcommands()) command = chosen;
    const std::string name =
        command == parsed ? parsed->get_name() : parsed->get_name() + " " + command->get_name();
    return "error: " + message_of(*command, error) + "\n`" + name +
           " --help` says what is possible\n";
  });
}

}  // namespace unclench::cli
