// The authors' server: builds, serves on this machine only, rebuilds and reloads on every change.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/file_tree.h"

namespace unclench::serve {

struct Build {
  FileTree files;  // the whole site; ignored when not sound
  bool sound = false;
  std::string problems;  // JSON array of the errors, "[]" when sound
};

// Builds the site for the address it is served at.
using Rebuild = std::function<Build(const std::string& address)>;

struct ServerOptions {
  int port = 8080;                   // the first one tried
  std::string path = "/";            // where the site stands on the server, as in its address
  std::vector<std::string> folders;  // to be watched
  bool like_pages = false;           // headers and answers as GitHub Pages gives them
  std::string reload_script;         // what is added to pages, see web/src/reload.ts
};

// Serves until it is told to end by SIGINT or SIGTERM. Returns the exit code.
int run(const ServerOptions& options, const Rebuild& rebuild);

}  // namespace unclench::serve
