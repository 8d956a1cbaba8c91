// The small edition of tests/cases/mini, and what becomes of it when something is changed.
#pragma once

#include <string>

#include "lint/lint.h"
#include "render/site.h"

namespace unclench::test {

// A folder with all its files; what cannot be read fails the test.
FileTree tree_at(const std::filesystem::path& folder);

// The folder of a case: "mini".
std::filesystem::path case_folder(const std::string& name);

// Content and site of tests/cases/mini, with a line of text for each built script.
render::Inputs small_inputs();

// Puts `to` in the place of `from`, which must stand in the file.
void replace(FileTree& tree, const std::string& path, const std::string& from,
             const std::string& to);

struct Made {
  FileTree files;
  std::string problems;  // as text
};

Made make(const render::Inputs& inputs, const render::Options& options = {});
Made make(const render::Inputs& inputs, const render::Options& options, render::SiteMemory& memory);

// What is advised on an edition, which must have no errors; as text.
std::string advice(const render::Inputs& inputs, const render::Options& options,
                   lint::Options advice);

// The small edition with changes, each a call: Small().replace(...).problems().
class Small {
 public:
  // Paths begin with the folder: "content/exercises/lie.md", "site/site.yaml", "web/sw.js".
  Small& write(const std::string& path, const std::string& text);
  Small& replace(const std::string& path, const std::string& from, const std::string& to);
  Small& append(const std::string& path, const std::string& text);
  Small& remove(const std::string& path);
  Small& with_drafts();
  Small& at(const std::string& base_url);

  const render::Inputs& inputs() const { return inputs_; }
  const render::Options& options() const { return options_; }

  Made made() const { return make(inputs_, options_); }
  std::string problems() const { return made().problems; }
  // The files of the site, which must have no errors.
  FileTree files() const;
  // One of them.
  std::string file(const std::string& path) const;

 private:
  FileTree& tree_of(const std::string& path);

  render::Inputs inputs_ = small_inputs();
  render::Options options_;
};

bool holds(const std::string& text, const std::string& part);
std::size_t count(const std::string& text, const std::string& part);

}  // namespace unclench::test
