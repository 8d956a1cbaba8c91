// A small catalogue in code: every phase, lying and upright postures, one movement that follows
// another, one that contains others, one that bends backwards.
#pragma once

#include <string>
#include <vector>

#include "core/plan.h"

namespace unclench::test {

using namespace core;

enum Stages { sore, well };
enum Phases { rest, mobilise, stretch, activate, strengthen, upright };
enum Postures { supine, prone, all_fours, standing };
enum Surfaces { bed, floor };
enum Equipment { chair, towel };
enum Targets { lower_back, hips, core_muscles };
enum Conditions { disc, dizziness };

inline Mask both_surfaces() {
  return mask_of(bed) | mask_of(floor);
}

inline Phase phase(const char* id, const char* label, const char* verb) {
  Phase phase;
  phase.id = id;
  phase.label = phase.noun = label;
  phase.verb = verb;
  return phase;
}

inline Posture posture(const char* id, bool lying) {
  Posture posture;
  posture.id = posture.label = posture.noun = id;
  posture.lying = lying;
  return posture;
}

// The same dose at both stages: holds of 10 to 16 seconds, so 10, 12, 14, 16 by step.
inline Movement movement(const char* id, const char* title, int phase_of_it, int posture_of_it) {
  Movement movement;
  movement.id = id;
  movement.title = title;
  movement.phase = phase_of_it;
  movement.posture = posture_of_it;
  movement.surfaces = both_surfaces();
  movement.targets = {{lower_back, 1}};
  movement.load = 1;
  movement.doses.assign(2, DoseRange{{10, 16}, {1, 1}, {1, 1}, 0});
  movement.conditions.resize(2);
  return movement;
}

inline Movement& find(Catalogue& catalogue, const std::string& id) {
  return catalogue.movements[static_cast<std::size_t>(find_term(catalogue.movements, id))];
}

inline StageSettings stage_settings() {
  StageSettings stage;
  stage.get_ready = 10;
  stage.maximum_load = 2;
  stage.comfortable_load = 1;
  stage.effort = 20;
  stage.position_changes = 3;
  stage.strain_percent = 100;
  stage.need = {5, 3, 2};
  stage.fit = {20, 60, 50, 40, 40, 30};
  return stage;
}

inline Catalogue sample_catalogue() {
  Catalogue catalogue;
  catalogue.stages = {{"sore", "Sore", "sore"}, {"well", "Well", "well"}};
  catalogue.phases = {phase("rest", "Rest", "Rests"),
                      phase("mobilise", "Loosen", "Loosens"),
                      phase("stretch", "Stretch", "Stretches"),
                      phase("activate", "Wake up", "Wakes up"),
                      phase("strengthen", "Strengthen", "Strengthens"),
                      phase("upright", "On your feet", "Works")};
  catalogue.postures = {posture("supine", true), posture("prone", true),
                        posture("all-fours", false), posture("standing", false)};
  catalogue.surfaces = {{"bed", "In bed", "bed"}, {"floor", "On the floor", "floor"}};
  catalogue.equipment = {{"chair", "Chair", "a chair"}, {"towel", "Towel", "a towel"}};
  catalogue.targets = {{"lower-back", "Lower back", "lower back"},
                       {"hips", "Hips", "hips"},
                       {"core", "Stomach muscles", "stomach muscles"}};
  catalogue.conditions = {{"disc", "Disc trouble", "disc trouble"},
                          {"dizziness", "Dizziness", "dizziness"}};

  PlannerSettings& planner = catalogue.planner;
  planner.switch_sides = 5;
  planner.dose_units = {4, 6, 7, 8};
  planner.coverage = {{10, 8}, {10, 4}, {40, 1}};
  planner.node_limit = 100000;
  planner.stages = {stage_settings(), stage_settings()};
  planner.stages[well].maximum_load = 3;
  planner.changes = {{{0, 0}, {10, 20}, {15, 40}, {30, 60}},
                     {{10, 20}, {0, 0}, {10, 30}, {30, 60}},
                     {{15, 40}, {10, 30}, {0, 0}, {20, 40}},
                     {{30, 60}, {30, 60}, {20, 40}, {0, 0}}};

  planner.progress = {3, 5, 7, 3, 2, 14, 2, mask_of(well), {}};
  for (std::size_t rule = 0; rule < progress_rules; ++rule)
    planner.progress.sources[rule] = {std::string("ON-") + progress_rule_ids[rule]};

  std::vector<Movement>& all = catalogue.movements;
  all.push_back(movement("back-rest", "Rest on your back", rest, supine));
  all.back().load = 0;
  all.push_back(movement("knee-rolls", "Knee rolls", mobilise, supine));
  all.back().direction = Direction::rotation;
  all.back().sides = 2;
  all.push_back(movement("knee-hug", "Knee hug", stretch, supine));
  all.back().direction = Direction::flexion;
  all.back().conditions[disc] = {Verdict::care, "Keep it small."};
  all.push_back(movement("double-hug", "Double knee hug", stretch, supine));
  all.back().direction = Direction::flexion;
  all.back().after = {2};
  all.push_back(movement("hug-series", "Knee hug series", stretch, supine));
  all.back().direction = Direction::flexion;
  all.back().parts = {2, 3};
  all.back().targets = {{hips, 1}};
  all.push_back(movement("press-up", "Press-up on your front", activate, prone));
  all.back().direction = Direction::extension;
  all.back().surfaces = mask_of(floor);
  all.back().conditions[disc] = {Verdict::avoid, "It may hurt the nerve."};
  all.push_back(movement("bridge", "Bridge", strengthen, supine));
  all.back().load = 2;
  all.back().targets = {{core_muscles, 2}};
  all.push_back(movement("bird-dog", "Bird dog", strengthen, all_fours));
  all.back().surfaces = mask_of(floor);
  all.back().needs_one_of = mask_of(chair) | mask_of(towel);
  all.back().targets = {{core_muscles, 3}, {hips, 1}};
  all.push_back(movement("walk", "Walk", upright, standing));
  all.back().surfaces = mask_of(floor);
  all.back().targets = {{hips, 2}};
  all.back().conditions[dizziness] = {Verdict::care, "Hold on to something."};
  return catalogue;
}

// Ten minutes, sore, on the floor, with a chair: all but a few movements fit.
inline RequestFields sample_fields() {
  RequestFields fields;
  fields.stage = "sore";
  fields.minutes = 10;
  fields.surfaces = {"floor"};
  fields.equipment = {"chair"};
  return fields;
}

inline Routine plan_for(const Catalogue& catalogue, const RequestFields& fields) {
  const ResolvedRequest resolved = resolve_request(catalogue, fields);
  return resolved.errors.empty() ? plan(catalogue, resolved.request) : Routine{};
}

// The ids of the routine, in its order: "back-rest knee-rolls back-rest".
inline std::string ids_of(const Catalogue& catalogue, const Routine& routine) {
  std::string ids;
  for (const PlannedMovement& planned : routine.movements)
    ids += (ids.empty() ? "" : " ") +
           catalogue.movements[static_cast<std::size_t>(planned.movement)].id;
  return ids;
}

inline int place_of(const Catalogue& catalogue, const Routine& routine, const std::string& id) {
  for (std::size_t i = 0; i < routine.movements.size(); ++i)
    if (catalogue.movements[static_cast<std::size_t>(routine.movements[i].movement)].id == id)
      return static_cast<int>(i);
  return -1;
}

// The rule and the reason for a movement that is out: "stage: Not while ...".
inline std::string why_out(const Catalogue& catalogue, const Routine& routine,
                           const std::string& id) {
  for (const LeftOut& left_out : routine.left_out)
    if (catalogue.movements[static_cast<std::size_t>(left_out.movement)].id == id)
      return left_out.rule + ": " + sentences(catalogue, left_out.because);
  return "";
}

}  // namespace unclench::test
