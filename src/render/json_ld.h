// What search engines are told of a page, in the words of schema.org.
#pragma once

#include "render/view.h"

namespace unclench::render {

// A page above another one.
struct Crumb {
  std::string title;
  std::string url;  // its path
};

// The pages above that of an address: home, then the list that it is in. None above home.
std::vector<Crumb> crumbs_of(const Site& site, const std::string& address);

// JSON-LD: the page, its place in the site, and `subject`, which is JSON and may be empty. It may
// stand in a <script>.
std::string json_ld(const Site& site, const PageJob& job, const PageView& view,
                    const std::vector<Crumb>& crumbs, std::string_view picture);

// A movement as instructions in steps, which are the items of the section "Steps".
std::string how_to(const Site& site, const content::Exercise& exercise);

// A planned routine, with its length and its movements.
std::string exercise_plan(const Site& site, const content::Routine& routine,
                          const PlannedRoutine& plan);

}  // namespace unclench::render
