// The commands of `unclench`. Each returns the exit code: 0 done, 1 the content or the site has
// errors, 2 the call or the request is not valid.
#pragma once

#include <string>
#include <vector>

namespace unclench::cli {

struct SiteOptions {
  std::string content = "content";
  std::string site = "site";
  std::string web = "build/web";
  std::string output = "_site";
  std::string base_url;
  int port = 8080;
  bool like_pages = false;
};

int build_command(const SiteOptions& options);
int check_command(const SiteOptions& options);
int serve_command(const SiteOptions& options);

struct PlanOptions {
  std::string content = "content";
  std::string request;  // a file, or - for standard input
  std::string stage, minutes;
  std::vector<std::string> surfaces, equipment, conditions, exclude, include;
  std::string format = "text";
};

int plan_command(const PlanOptions& options);

}  // namespace unclench::cli
