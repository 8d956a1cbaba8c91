// Routines of the sample catalogue: made up by chance, and written down for people.
#pragma once

#include <string>

#include "core/code/code_layout.h"
#include "core/limits.h"
#include "core/random.h"
#include "core/sample_catalogue.h"
#include "core/sequence.h"

namespace unclench::test {

inline Step step_of(const Catalogue& catalogue, const std::string& id, Dose dose, int surface,
                    const std::string& note = "") {
  Step step;
  step.movement = find_term(catalogue.movements, id);
  dose.sides = catalogue.movements[at(step.movement)].sides;
  step.dose = dose;
  step.surface = surface;
  step.note = note;
  return step;
}

// "well from prone; bridge floor 5x8x2 (slowly); walk floor 16x1x1": hold, repetitions, sets, note.
inline std::string written(const Catalogue& catalogue, const Sequence& sequence) {
  std::string text = catalogue.stages[at(sequence.stage)].id;
  if (sequence.posture >= 0) text += " from " + catalogue.postures[at(sequence.posture)].id;
  for (const Step& step : sequence.steps) {
    const Movement& movement = catalogue.movements[at(step.movement)];
    text += "; " + movement.id + ' ' + catalogue.surfaces[at(step.surface)].id + ' ' +
            std::to_string(step.dose.hold_seconds) + 'x' + std::to_string(step.dose.repetitions) +
            'x' + std::to_string(step.dose.sets);
    if (step.dose.sides != movement.sides) text += " on the wrong number of sides";
    if (!step.note.empty()) text += " (" + step.note + ')';
  }
  return text;
}

// Two codes of one routine, made with different editions, are the same but for the edition and the
// checksum.
inline std::string without_edition(std::string code) {
  code.resize(code.size() - code_layout::checksum_width);
  return code.erase(2, code_layout::edition_width);
}

inline std::string random_note(Random& random) {
  const char* pieces[] = {"a", "Z", " ", "\n", "é", "ß", "€", "語", "🙂", "\xF4\x8F\xBF\xBF",
                          "“"};
  std::string note;
  const int length = random.one_in(10) ? 120 : random.below(8);
  for (int i = 0; i < length; ++i) note += pieces[random.below(11)];
  return note;
}

inline Step random_step(const Catalogue& catalogue, Random& random) {
  Step step;
  step.movement = random.below(static_cast<int>(catalogue.movements.size()));
  const Movement& movement = catalogue.movements[at(step.movement)];
  do step.surface = random.below(static_cast<int>(catalogue.surfaces.size()));
  while (!contains(movement.surfaces, step.surface));
  step.dose.hold_seconds = random.one_in(3) ? limits::hold - random.below(3) : random.below(60);
  step.dose.repetitions = random.between(1, limits::repetitions);
  step.dose.sets = random.between(1, limits::sets);
  step.dose.sides = movement.sides;
  return step;
}

inline Sequence random_sequence(const Catalogue& catalogue, Random& random) {
  Sequence sequence;
  sequence.stage = random.below(static_cast<int>(catalogue.stages.size()));
  sequence.posture = random.between(-1, static_cast<int>(catalogue.postures.size()) - 1);
  const int most = random.one_in(50) ? static_cast<int>(Sequence::most_steps) : 12;
  const int steps = random.between(1, most);
  const bool notes = random.one_in(2);
  for (int i = 0; i < steps; ++i) {
    sequence.steps.push_back(random_step(catalogue, random));
    if (notes && random.one_in(2)) sequence.steps.back().note = random_note(random);
  }
  return sequence;
}

}  // namespace unclench::test
