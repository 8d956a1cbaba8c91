#include "codec/sequence_json.h"

#include <algorithm>

#include "core/dose.h"
#include "core/limits.h"
#include "core/plain_text.h"

namespace unclench::codec {
namespace {

using namespace core;

class StepReader {
 public:
  StepReader(const Catalogue& catalogue, int stage, Mask preferred, const Fields& fields)
      : catalogue_(catalogue), stage_(stage), preferred_(preferred), fields_(fields) {}

  Step read() {
    fields_.allow_only({"id", "dose", "step", "surface", "note", "phase", "posture",
                        "change_seconds", "ready_seconds", "seconds", "reasons", "because",
                        "care"});
    fields_.require("id");
    const auto id = fields_.text("id");
    Step step;
    if (!id) return step;
    step.movement = find_term(catalogue_.movements, *id);
    if (step.movement < 0) {
      report_unknown(*id);
      step.movement = 0;
      return step;
    }
    const Movement& movement = catalogue_.movements[at(step.movement)];
    step.dose = dose_of(movement);
    step.surface = surface_of(movement);
    step.note = note();
    return step;
  }

 private:
  void report_unknown(const std::string& id) const {
    std::vector<std::string> ids;
    for (const Movement& movement : catalogue_.movements) ids.push_back(movement.id);
    fields_.fail("id", joined({"'", id, "' is not known", did_you_mean(id, ids)}));
  }

  Dose dose_of(const Movement& movement) const {
    Dose dose;
    dose.sides = movement.sides;
    const JsonValue* given = fields_.object("dose");
    const auto step = fields_.number("step", 0, dose_steps - 1);
    if (given) {
      read_dose(*given, dose);
    } else if (!fields_.has("dose") && step && stage_ >= 0) {
      if (const auto& range = movement.doses[at(stage_)])
        dose = dose_at(movement, *range, static_cast<int>(*step));
      else
        fields_.fail("step", "has no meaning: the movement has no dose for the stage");
    } else if (!fields_.has("dose") && !fields_.has("step")) {
      fields_.fail("dose", "is missing; give it, or a 'step' from 0 to 3");
    }
    return dose;
  }

  void read_dose(const JsonValue& given, Dose& dose) const {
    const Fields fields = fields_.inside(given, "dose");
    fields.allow_only({"hold_seconds", "repetitions", "sets", "sides"});
    fields.require("hold_seconds");
    fields.require("repetitions");
    const auto number = [&](const char* name, int low, int high, int otherwise) {
      return static_cast<int>(fields.number(name, low, high).value_or(otherwise));
    };
    dose.hold_seconds = number("hold_seconds", 0, limits::hold, 0);
    dose.repetitions = number("repetitions", 1, limits::repetitions, 1);
    dose.sets = number("sets", 1, limits::sets, 1);
    if (number("sides", 1, 2, dose.sides) != dose.sides)
      fields.fail("sides", joined({"must be ", std::to_string(dose.sides), " for this movement"}));
  }

  int surface_of(const Movement& movement) const {
    const Mask likely = movement.surfaces & preferred_;
    int surface = 0;
    while (!contains(likely != 0 ? likely : movement.surfaces, surface)) ++surface;
    if (!fields_.has("surface")) return surface;
    const int given = fields_.term("surface", catalogue_.surfaces);
    if (given < 0) return surface;
    if (contains(movement.surfaces, given)) return given;
    fields_.fail("surface", joined({"'", catalogue_.surfaces[at(given)].id,
                                    "' is not a place for '", movement.id, "'"}));
    return surface;
  }

  std::string note() const {
    std::string note = fields_.text("note").value_or("");
    if (note.size() > longest_note)
      fields_.fail("note", joined({"is longer than ", std::to_string(longest_note), " bytes"}));
    else if (!is_plain_text(note))
      fields_.fail("note", "holds characters that cannot be written");
    else
      return note;
    return "";
  }

  const Catalogue& catalogue_;
  int stage_;
  Mask preferred_;  // surfaces
  const Fields& fields_;
};

}  // namespace

void write_dose(JsonText& json, const Dose& dose) {
  json.key("dose").begin_object();
  json.member("hold_seconds", dose.hold_seconds).member("repetitions", dose.repetitions);
  json.member("sets", dose.sets).member("sides", dose.sides).end_object();
}

Sequence read_sequence(const Catalogue& catalogue, const Fields& fields, Mask preferred) {
  fields.allow_only({"stage", "posture", "movements", "status", "score", "bound", "total_seconds",
                     "position_changes", "left_out", "conflicts", "changes", "same_catalogue"});
  fields.require("stage");
  fields.require("movements");
  Sequence sequence;
  const int stage = fields.term("stage", catalogue.stages);
  sequence.stage = std::max(stage, 0);
  sequence.posture = fields.term("posture", catalogue.postures);
  const JsonValue* movements = fields.list("movements");
  if (!movements) return sequence;
  const std::size_t given = movements->size();
  if (given == 0) fields.fail("movements", "is empty");
  if (given > most_steps) {
    fields.fail("movements", joined({"has more than ", std::to_string(most_steps), " entries"}));
    return sequence;
  }
  int place = 0;
  for (const JsonValue& movement : *movements) {
    const std::string name = element_name("movements", place++);
    if (!movement.is_object()) {
      fields.fail(name, "must be an object");
      continue;
    }
    const Fields step = fields.inside(movement, name);
    sequence.steps.push_back(StepReader(catalogue, stage, preferred, step).read());
  }
  return sequence;
}

}  // namespace unclench::codec
