// Doses at stages at which the exercise is never offered.
#include "lint/checks.h"
#include "lint/places.h"

namespace unclench::lint {
namespace {

class UnusedDoses {
 public:
  UnusedDoses(const Subject& subject, std::size_t place)
      : subject_(subject),
        exercise_(*subject.edition.exercises[place]),
        movement_(subject.catalogue.movements[place]) {}

  void check() {
    core::Mask possible = 0;
    for (std::size_t s = 0; s < movement_.doses.size(); ++s)
      if (movement_.doses[s] && is_light_enough(s)) possible |= core::mask_of(static_cast<int>(s));
    for (const content::PlacedWord& word : exercise_.after) check_before(word, possible);
  }

 private:
  bool is_light_enough(std::size_t stage) {
    const int most = subject_.catalogue.planner.stages[stage].maximum_load;
    if (movement_.load <= most) return true;
    const std::string& id = subject_.catalogue.stages[stage].id;
    subject_.diagnostics.add(
        Problem::unused_dose, *exercise_.file, Places(exercise_).key({"dose", id}),
        "this dose is never used: in '" + id + "' the load is at most " + std::to_string(most) +
            ", and here it is " + std::to_string(movement_.load),
        "take the dose out, or lower 'load'");
    return false;
  }

  void check_before(const content::PlacedWord& word, core::Mask possible) {
    const int before = subject_.edition.place_of_exercise(word.word);
    const core::Mask missing = possible & ~subject_.offered[core::at(before)];
    if (missing != 0)
      subject_.diagnostics.add(Problem::unused_dose, *exercise_.file, word.span,
                               "the dose in " + named_stages(subject_.catalogue, missing) +
                                   " is never used: '" + word.word + "' is not offered then",
                               "take the dose out, or give '" + word.word + "' one");
  }

  const Subject& subject_;
  const content::Exercise& exercise_;
  const core::Movement& movement_;
};

}  // namespace

void check_unused_doses(const Subject& subject) {
  for (std::size_t m = 0; m < subject.edition.exercises.size(); ++m)
    if (subject.edition.exercises[m]->movement.not_offered.empty()) UnusedDoses(subject, m).check();
}

}  // namespace unclench::lint
