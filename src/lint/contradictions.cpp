// Fields of an exercise that cannot both be meant.
#include "lint/checks.h"
#include "lint/places.h"

namespace unclench::lint {
namespace {

using content::Exercise;

constexpr int hardest_rest = 1;  // load

class Contradictions {
 public:
  Contradictions(const Subject& subject, const Exercise& exercise)
      : words_(subject.edition.terms),
        ways_(subject.edition.term_texts.ways),
        exercise_(exercise),
        movement_(exercise.movement),
        diagnostics_(subject.diagnostics) {}

  void check() {
    check_load();
    check_surfaces();
    check_equipment();
  }

 private:
  void report(Span span, const std::string& message, const std::string& help) {
    diagnostics_.add(Problem::contradiction, *exercise_.file, span, message, help);
  }

  void check_load() {
    const bool rests = movement_.phase == core::rest_phase;
    const std::string load = std::to_string(movement_.load);
    if (rests && movement_.load > hardest_rest)
      report(Places(exercise_).value({"load"}), "a rest has the load " + load,
             "give it the load 0 or 1, or another phase");
    if (!rests && movement_.load == 0)
      report(Places(exercise_).value({"load"}),
             "the load 0 means rest, but the phase is '" +
                 words_.phases[core::at(movement_.phase)].id + "'",
             "give it a load of 1 or more, or the phase 'rest'");
  }

  void check_surfaces() {
    core::Mask possible = 0;
    for (const content::Way& way : ways_[core::at(movement_.posture)])
      possible |= core::mask_of(way.surface);
    const core::Mask impossible = possible == 0 ? 0 : movement_.surfaces & ~possible;
    for (std::size_t s = 0; s < words_.surfaces.size(); ++s)
      if (core::contains(impossible, static_cast<int>(s)))
        report(Places(exercise_).item({"surfaces"}, words_.surfaces[s].id),
               "the posture '" + words_.postures[core::at(movement_.posture)].id +
                   "' is not possible on the surface '" + words_.surfaces[s].id + "'",
               "vocabulary.yaml says in 'ways' where each posture is possible");
  }

  void check_equipment() {
    const core::Mask both = movement_.needs_one_of & exercise_.helps;
    for (std::size_t e = 0; e < words_.equipment.size(); ++e)
      if (core::contains(both, static_cast<int>(e)))
        report(Places(exercise_).item({"equipment", "helps"}, words_.equipment[e].id),
               "'" + words_.equipment[e].id + "' is needed and only helps",
               "take it out of one of the two lists");
  }

  const core::Catalogue& words_;
  const std::vector<std::vector<content::Way>>& ways_;  // by posture
  const Exercise& exercise_;
  const core::Movement& movement_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_contradictions(const Subject& subject) {
  for (const auto& exercise : subject.edition.exercises) Contradictions(subject, *exercise).check();
}

}  // namespace unclench::lint
