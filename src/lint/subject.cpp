#include "lint/checks.h"

namespace unclench::lint {

std::vector<core::Mask> stages_offered(const core::Catalogue& catalogue) {
  std::vector<core::Mask> offered;
  for (const core::Movement& movement : catalogue.movements) {
    core::Mask stages = 0;
    for (std::size_t s = 0; s < catalogue.stages.size(); ++s)
      if (movement.doses[s] && movement.load <= catalogue.planner.stages[s].maximum_load)
        stages |= core::mask_of(static_cast<int>(s));
    // What it must follow stands before it in the catalogue.
    for (int before : movement.after) stages &= offered[core::at(before)];
    offered.push_back(movement.not_offered.empty() ? stages : 0);
  }
  return offered;
}

std::vector<const content::PageText*> all_pages(const content::Edition& edition) {
  std::vector<const content::PageText*> pages;
  const auto add = [&](const auto& list) {
    for (const auto& page : list) pages.push_back(page.get());
  };
  add(edition.exercises);
  add(edition.conditions);
  add(edition.articles);
  add(edition.routines);
  add(edition.pages);
  return pages;
}

std::string named_stages(const core::Catalogue& catalogue, core::Mask stages) {
  std::vector<std::string> names;
  for (std::size_t s = 0; s < catalogue.stages.size(); ++s)
    if (core::contains(stages, static_cast<int>(s)))
      names.push_back("'" + catalogue.stages[s].id + "'");
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return text;
}

}  // namespace unclench::lint
