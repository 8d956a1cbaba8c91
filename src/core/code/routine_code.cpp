#include "core/code/routine_code.h"

#include "core/code/code_layout.h"
#include "core/code/fingerprint.h"
#include "core/code/short_names.h"

namespace unclench::core {
namespace {

using namespace code_layout;

struct Names {
  explicit Names(const Catalogue& catalogue)
      : stages(catalogue.stages, stage_width),
        postures(catalogue.postures, posture_width),
        movements(catalogue.movements, movement_width),
        surfaces(catalogue.surfaces, surface_width) {}

  ShortNames stages, postures, movements, surfaces;
};

// Short names leave a rest of doubt: an id that is gone could have the name of a new one. All ids
// together do not.
std::uint32_t hash_of_ids(const Names& names, const Sequence& sequence) {
  std::string ids = names.stages.id_of(sequence.stage) + '\n';
  if (sequence.posture >= 0) ids += names.postures.id_of(sequence.posture);
  ids += '\n';
  for (const Step& step : sequence.steps)
    ids += names.movements.id_of(step.movement) + '\n' + names.surfaces.id_of(step.surface) + '\n';
  return short_hash(ids, digit_bits * ids_width);
}

class Encoder {
 public:
  Encoder(const Catalogue& catalogue, const Sequence& sequence)
      : catalogue_(catalogue), sequence_(sequence), names_(catalogue) {}

  RoutineCode encode() {
    CodedRoutine coded;
    coded.stage = name_of(names_.stages, sequence_.stage, "stage");
    if (sequence_.posture >= 0)
      coded.posture = name_of(names_.postures, sequence_.posture, "posture");
    const std::size_t count = sequence_.steps.size();
    if (count == 0 || count > Sequence::most_steps)
      errors_.push_back({"movements", "must be 1 to " + std::to_string(Sequence::most_steps)});
    else
      for (std::size_t place = 0; place < count; ++place) coded.steps.push_back(step_at(place));
    if (!errors_.empty()) return {"", errors_};
    coded.edition = fingerprint(catalogue_);
    coded.ids = hash_of_ids(names_, sequence_);
    return {write(coded), {}};
  }

 private:
  CodedStep step_at(std::size_t place) {
    const Step& step = sequence_.steps[place];
    const std::string field = "movements[" + std::to_string(place) + "]";
    for (std::string& wrong : wrong_values(catalogue_, step))
      errors_.push_back({field, std::move(wrong)});
    CodedStep coded;
    coded.movement = name_of(names_.movements, step.movement, field + ".id");
    coded.surface = name_of(names_.surfaces, step.surface, field + ".surface");
    coded.hold_seconds = step.dose.hold_seconds;
    coded.repetitions = step.dose.repetitions;
    coded.sets = step.dose.sets;
    coded.note = step.note;
    return coded;
  }

  std::uint32_t name_of(const ShortNames& names, int index, const std::string& field) {
    const std::uint32_t name = names.of(index);
    const std::vector<int> alike = names.find(name);
    for (int other : alike)
      if (other != index)
        errors_.push_back({field, "'" + names.id_of(index) +
                                      "' has no code: it would be the same as that of '" +
                                      names.id_of(other) + "'"});
    return name;
  }

  const Catalogue& catalogue_;
  const Sequence& sequence_;
  Names names_;
  std::vector<RequestError> errors_;
};

class Decoder {
 public:
  Decoder(const Catalogue& catalogue, const CodedRoutine& coded)
      : catalogue_(catalogue), coded_(coded), names_(catalogue) {}

  DecodedRoutine decode() {
    Sequence sequence;
    sequence.stage = find(names_.stages, coded_.stage, "the stage of this routine");
    if (coded_.posture)
      sequence.posture =
          find(names_.postures, *coded_.posture, "the starting position of this routine");
    for (const CodedStep& step : coded_.steps)
      sequence.steps.push_back(step_of(
          step, "movement " + std::to_string(sequence.steps.size() + 1) + " of this routine"));
    if (errors_.empty() && hash_of_ids(names_, sequence) != coded_.ids)
      fail("something in this routine is not in this edition any more");
    if (!errors_.empty()) return {{}, false, errors_};
    return {std::move(sequence), coded_.edition == fingerprint(catalogue_), {}};
  }

 private:
  Step step_of(const CodedStep& coded, const std::string& what) {
    Step step;
    step.movement = find(names_.movements, coded.movement, what);
    step.surface = find(names_.surfaces, coded.surface, "the place of " + what);
    step.note = coded.note;
    if (step.movement < 0 || step.surface < 0) return step;
    step.dose = {coded.hold_seconds, coded.repetitions, coded.sets,
                 catalogue_.movements[at(step.movement)].sides};
    for (const std::string& wrong : wrong_values(catalogue_, step)) fail(what + ' ' + wrong);
    return step;
  }

  // -1 and an error when it is not known or not certain what the name means.
  int find(const ShortNames& names, std::uint32_t name, const std::string& what) {
    const std::vector<int> found = names.find(name);
    if (found.size() == 1) return found[0];
    if (found.empty())
      fail(what + " is not in this edition");
    else
      fail(what + " may be '" + names.id_of(found[0]) + "' or '" + names.id_of(found[1]) +
           "'; their codes are the same");
    return -1;
  }

  void fail(const std::string& message) { errors_.push_back({"code", message}); }

  const Catalogue& catalogue_;
  const CodedRoutine& coded_;
  Names names_;
  std::vector<RequestError> errors_;
};

}  // namespace

RoutineCode encode_routine_code(const Catalogue& catalogue, const Sequence& sequence) {
  return Encoder(catalogue, sequence).encode();
}

DecodedRoutine decode_routine_code(const Catalogue& catalogue, std::string_view text) {
  const Read coded = read(text);
  if (!coded.problem.empty()) return {{}, false, {{"code", coded.problem}}};
  return Decoder(catalogue, coded.routine).decode();
}

}  // namespace unclench::core
