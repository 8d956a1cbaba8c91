#include "content/dose_bands.h"

#include "content/shapes.h"
#include "content/values.h"

namespace unclench::content {

DoseBands read_dose_bands(const Document& document, const core::Catalogue& words,
                          const Terms& terms, Diagnostics& diagnostics) {
  DoseBands bands(words.stages.size(), DoseBands::value_type(words.phases.size()));
  if (document.broken) return bands;
  check_shape(*document.file, document.front, dose_bands_shape(), "", terms, diagnostics);
  const Values stages = Values(document.front, terms).mapping("stages");
  for (std::size_t s = 0; s < words.stages.size(); ++s)
    for (std::size_t p = 0; p < words.phases.size(); ++p) {
      const Values phases = stages.mapping(words.stages[s].id);
      if (!phases.find(words.phases[p].id)) continue;
      const Values band = phases.mapping(words.phases[p].id);
      bands[s][p] = DoseBand{band.range("hold"), band.range("repetitions"), band.range("sets"),
                             band.texts("sources")};
    }
  return bands;
}

}  // namespace unclench::content
