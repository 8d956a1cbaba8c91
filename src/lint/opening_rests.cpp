// Surfaces on which something is offered, but no rest to begin with.
#include "lint/checks.h"
#include "lint/places.h"

namespace unclench::lint {

void check_opening_rests(const Subject& subject) {
  const core::Catalogue& catalogue = subject.catalogue;
  for (std::size_t s = 0; s < catalogue.surfaces.size(); ++s) {
    core::Mask used = 0, rests = 0;  // stages
    for (std::size_t m = 0; m < catalogue.movements.size(); ++m) {
      const core::Movement& movement = catalogue.movements[m];
      if (!core::contains(movement.surfaces, static_cast<int>(s))) continue;
      used |= subject.offered[m];
      if (movement.phase == core::rest_phase) rests |= subject.offered[m];
    }
    const std::string& id = catalogue.surfaces[s].id;
    const SourceFile& file = *subject.edition.vocabulary_file;
    if ((used & ~rests) != 0)
      subject.diagnostics.add(Problem::no_opening_rest, file, Places(file).key({"surfaces", id}),
                              "no rest is offered on the surface '" + id + "' in " +
                                  named_stages(catalogue, used & ~rests),
                              "who can be nowhere else gets a routine without a rest");
  }
}

}  // namespace unclench::lint
