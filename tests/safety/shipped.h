// The shipped content, and requests to it that are made up.
#pragma once

#include <doctest/doctest.h>

#include "base/diagnostic_format.h"
#include "base/file_tree.h"
#include "content/edition.h"
#include "core/plan.h"
#include "core/random.h"

namespace unclench::test {

using namespace core;

#if defined(__SANITIZE_ADDRESS__)
inline constexpr int every = 23;  // sanitizers make each request many times slower
#else
inline constexpr int every = 1;
#endif

inline const Catalogue& catalogue() {
  static const Catalogue loaded = [] {
    const std::string folder = UNCLENCH_SOURCE_DIR "/content";
    Diagnostics diagnostics;
    const FileTree files = read_tree(folder, diagnostics);
    content::EditionOptions options;
    options.texts = false;  // languages and raw HTML are settings of the site
    content::EditionMemory nothing;
    const content::LoadedEdition edition =
        content::load_edition(files, options, nothing, diagnostics);
    REQUIRE(format_diagnostics(diagnostics) == "0 errors\n");
    return content::planning_catalogue(edition.edition);
  }();
  return loaded;
}

inline const Movement& movement_of(const PlannedMovement& planned) {
  return catalogue().movements[at(planned.movement)];
}

inline Request empty_request() {
  return blank_request(catalogue());
}

inline Mask all_of(std::size_t terms) {
  return static_cast<Mask>((std::uint64_t{1} << terms) - 1);
}

inline Request random_request(Random& random) {
  Request request = empty_request();
  const auto some_of = [&](std::size_t terms, int one_in) {
    Mask set = 0;
    for (std::size_t t = 0; t < terms; ++t)
      if (random.one_in(one_in)) set |= mask_of(static_cast<int>(t));
    return set;
  };
  request.stage = random.below(static_cast<int>(catalogue().stages.size()));
  request.minutes = random.between(1, 60);
  while (request.surfaces == 0) request.surfaces = some_of(catalogue().surfaces.size(), 2);
  request.equipment = some_of(catalogue().equipment.size(), 2);
  request.conditions = some_of(catalogue().conditions.size(), 5);
  request.focus = some_of(catalogue().targets.size(), 6);
  request.eases = static_cast<Ease>(random.below(4));
  if (random.one_in(3))
    request.start.posture = random.below(static_cast<int>(catalogue().postures.size()));
  if (random.one_in(4)) request.position_changes = random.below(4);
  if (random.one_in(4)) request.variety = random.between(1, 100);
  // About one movement is asked for, however many there are: with several, little is possible.
  const int movements = static_cast<int>(request.include.size());
  for (std::size_t m = 0; m < request.include.size(); ++m) {
    request.include[m] = random.one_in(movements);
    request.exclude[m] = !request.include[m] && random.one_in(8);
    request.helped[m] = random.one_in(8);
    request.hurt[m] = random.one_in(8);
    request.recent[m] = random.one_in(4);
    if (random.one_in(10)) {
      const int step = random.below(dose_steps);
      request.doses[m] = {step, step};
    }
  }
  return request;
}

}  // namespace unclench::test
