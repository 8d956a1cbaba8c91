// The commands of `unclench`. Each returns the exit code.
#pragma once

#include <string>
#include <vector>

#include "base/file_tree.h"

namespace unclench::cli {

inline constexpr int done = 0;
inline constexpr int failed = 1;        // errors in the content or the site, or in writing
inline constexpr int invalid_call = 2;  // the call or the request is not valid

struct SiteOptions {
  std::string content = "content";
  std::string site = "site";
  std::string web = "build/web";
  std::string output = "_site";
  std::string single_file;  // write this one file instead of the folder
  std::string base_url;
  std::string format = "text";  // of errors: text, json or github
  bool drafts = false;
  bool external = false;  // check: list the links to other sites
  bool strict = false;    // check: warnings count as errors
  bool pedantic = false;  // check: give all advice there is
  std::string today;      // check: a date; empty: ask the clock
  int threads = 0;        // 0: as many as there are cores
  int port = 8080;
  bool like_pages = false;
};

int build_command(const SiteOptions& options);
int write_single_file(const SiteOptions& options, const FileTree& site, const std::string& base);
int check_command(const SiteOptions& options);
int serve_command(const SiteOptions& options);

struct PlanOptions {
  std::string content = "content";
  std::string catalogue;  // a published catalogue, instead of the content
  std::string request;    // a file, or - for standard input
  std::string stage, minutes, eases, posture, position_changes, variety;
  std::vector<std::string> surfaces, equipment, conditions, exclude, include;
  std::vector<std::string> focus, helped, hurt, recent;
  std::vector<std::string> doses;  // "bridge=2"
  std::string format = "text";
  std::string export_as;  // plan: "lp", instead of the routine
  std::string routine;    // verify: a file, or - for standard input
};

int plan_command(const PlanOptions& options);
// Checks an answer of `plan` against the definitions. Prints what does not hold.
int verify_command(const PlanOptions& options);

struct AskOptions {
  std::string content = "content";
  std::string catalogue;       // a published catalogue, instead of the content
  std::string name;            // of the question
  std::string question = "-";  // a file, or - for standard input
  bool lines = false;          // a question in each line
};

// Answers questions as the browser's core does, byte for byte.
int ask_command(const AskOptions& options);

struct AuthorOptions {
  std::string content = "content";
  std::string site = "site";
  std::string base_url;         // schema: instead of the one of site.yaml
  std::string word;             // what it is about: an id, a kind, a name of a schema, a file
  std::string name, title;      // new
  std::string format = "text";  // list: text or json
  bool drafts = false;          // schema: with the words of drafts
  bool unsafe = false;          // markdown: HTML is passed on
};

// Prints the title and the explanation of a problem, or all of them in a line each.
int explain_command(const AuthorOptions& options);
int list_command(const AuthorOptions& options);
// Writes a draft for the author to fill in. Never replaces a file.
int new_command(const AuthorOptions& options);
int schema_command(const AuthorOptions& options);
int markdown_command(const AuthorOptions& options);

struct FigureOptions {
  std::string content = "content";
  std::string name;    // of an exercise or a change of position
  std::string output;  // figure: .svg or .png
  std::string sheet;   // figures: .html
  double frame = 0;    // figure: one frame of the animation, poses counted from 1; 0: none
  int width = 840;     // of a PNG
  bool still = false, thumb = false, mirrored = false, dark = false;
};

int figure_command(const FigureOptions& options);
int figures_command(const FigureOptions& options);

// What `list` can list.
const std::vector<std::string>& list_kinds();

}  // namespace unclench::cli
