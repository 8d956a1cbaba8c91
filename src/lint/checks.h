// The checks, one a file, and what they share.
#pragma once

#include "lint/lint.h"

namespace unclench::lint {

struct Subject {
  const content::Edition& edition;
  const core::Catalogue& catalogue;        // of its exercises, in their order
  const std::vector<core::Mask>& offered;  // by exercise: the stages at which it is offered
  const Options& options;
  Diagnostics& diagnostics;
};

// By movement: the stages that have a dose for it, allow its load, and offer all that it must
// follow.
std::vector<core::Mask> stages_offered(const core::Catalogue& catalogue);

// All pages of the edition that come from a file.
std::vector<const content::PageText*> all_pages(const content::Edition& edition);

// "'sore' and 'well'"
std::string named_stages(const core::Catalogue& catalogue, core::Mask stages);

void check_contradictions(const Subject& subject);
void check_unused_doses(const Subject& subject);
void check_dose_bands(const Subject& subject);
void count_unsourced_cautions(const Subject& subject);
void check_reachability(const Subject& subject);
void check_opening_rests(const Subject& subject);
void check_relations(const Subject& subject);
void check_readability(const Subject& subject);
void check_reviews(const Subject& subject);

}  // namespace unclench::lint
