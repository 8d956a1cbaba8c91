// An edition of any size, made up, and changes to it as authors make them.
#pragma once

#include <string>
#include <vector>

#include "core/random.h"
#include "render/site.h"

namespace unclench::test {

// Built from the small edition's templates and words, in two languages.
render::Inputs synthetic_edition(int exercises, Random& random);

// Changes an edition step by step. When it has been unsound for some steps, it is mended.
class Author {
 public:
  Author(render::Inputs& inputs, render::Options& options, Random& random)
      : inputs_(inputs), options_(options), random_(random) {}

  // Makes one change and says which.
  std::string change();

  // What became of the edition after the change.
  void saw(bool sound);

 private:
  using Change = std::string (Author::*)();

  std::string change_title();
  std::string change_summary();
  std::string change_order();
  std::string change_dose();
  std::string change_relation();
  std::string change_verdict();
  std::string change_draft();
  std::string change_text();
  std::string change_heading();
  std::string change_entry();
  std::string change_alias();
  std::string change_update();
  std::string add_exercise();
  std::string remove_exercise();
  std::string rename_exercise();
  std::string add_or_remove_page();
  std::string add_or_remove_article();
  std::string change_condition();
  std::string change_routine();
  std::string change_translation();
  std::string change_vocabulary();
  std::string translate_vocabulary();
  std::string change_references();
  std::string change_data();
  std::string change_template();
  std::string change_words();
  std::string change_theme();
  std::string change_image();
  std::string change_settings();
  std::string change_planner();
  std::string change_options();
  std::string break_something();
  std::string mend();

  std::string new_word();
  std::string any_file(const FileTree& tree, const std::string& folder, const std::string& ending);
  std::string any_exercise();
  std::string any_link();
  // Puts a new line in the place of the one that begins like this, or adds it.
  void set_line(const std::string& path, const std::string& start, const std::string& line);
  void remove_line(const std::string& path, const std::string& start);

  render::Inputs& inputs_;
  render::Options& options_;
  Random& random_;
  int words_ = 0;
  int steps_until_mended_ = -1;  // below 0: the edition is sound
  render::Inputs sound_inputs_;
  render::Options sound_options_;
};

}  // namespace unclench::test
