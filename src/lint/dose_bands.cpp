// Doses that lie outside of what is usual, without a word on why.
#include "lint/checks.h"
#include "lint/places.h"

namespace unclench::lint {
namespace {

using content::DoseBand;
using core::Range;

std::string as_text(const Range& range) {
  const std::string low = std::to_string(range.low);
  return range.low == range.high ? low : low + " to " + std::to_string(range.high);
}

class DoseBands {
 public:
  DoseBands(const Subject& subject, const content::Exercise& exercise, std::size_t stage,
            const DoseBand& band)
      : exercise_(exercise),
        stage_(subject.catalogue.stages[stage].id),
        band_(band),
        diagnostics_(subject.diagnostics) {}

  void check(const core::DoseRange& dose) {
    check_figure("hold", dose.hold, band_.hold);
    check_figure("repetitions", dose.repetitions, band_.repetitions);
    check_figure("sets", dose.sets, band_.sets);
  }

 private:
  void check_figure(const char* key, const Range& figure, const std::optional<Range>& usual) {
    if (!usual || (figure.low <= usual->high && figure.high >= usual->low)) return;
    std::string sources;
    for (const std::string& source : band_.sources)
      sources += (sources.empty() ? " (" : ", ") + source;
    if (!sources.empty()) sources += ")";
    diagnostics_.add(Problem::unusual_dose, *exercise_.file,
                     Places(exercise_).value({"dose", stage_, key}),
                     "'" + std::string(key) + "' is " + as_text(figure) + " in '" + stage_ +
                         "', where " + as_text(*usual) + " is usual" + sources,
                     "say why in the dose's 'note', or change it");
  }

  const content::Exercise& exercise_;
  const std::string& stage_;
  const DoseBand& band_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_dose_bands(const Subject& subject) {
  const auto& bands = subject.edition.dose_bands;
  for (const auto& exercise : subject.edition.exercises)
    for (std::size_t s = 0; s < bands.size(); ++s) {
      const auto& band = bands[s][core::at(exercise->movement.phase)];
      const auto& dose = exercise->movement.doses[s];
      if (band && dose && exercise->dose_notes[s].empty())
        DoseBands(subject, *exercise, s, *band).check(*dose);
    }
}

}  // namespace unclench::lint
