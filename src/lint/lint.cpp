#include "lint/lint.h"

#include "content/edition.h"
#include "lint/checks.h"

namespace unclench::lint {

void check(const content::Edition& edition, const Options& options, Diagnostics& diagnostics) {
  const core::Catalogue catalogue = content::planning_catalogue(edition);
  const std::vector<core::Mask> offered = stages_offered(catalogue);
  const Subject subject{edition, catalogue, offered, options, diagnostics};
  check_contradictions(subject);
  check_unused_doses(subject);
  check_dose_bands(subject);
  if (options.pedantic) count_unsourced_cautions(subject);
  check_reachability(subject);
  check_opening_rests(subject);
  check_relations(subject);
  if (options.language.rfind("en", 0) == 0) check_readability(subject);
  check_reviews(subject);
}

}  // namespace unclench::lint
