#include "content/shapes.h"
#include "core/catalogue.h"
#include "core/limits.h"
#include "core/phrase.h"

namespace unclench::content {
namespace {

namespace limits = core::limits;

Shape stage_settings() {
  return record(
      "the settings of a stage",
      {required("get_ready", number(1, limits::get_ready), "Seconds before each movement."),
       required("maximum_load", number(0, limits::load), "Harder movements are left out."),
       required("comfortable_load", number(0, limits::load), "Harder movements lose points."),
       required("effort", number(0, limits::points),
                "Points lost for each step of load above that."),
       required("position_changes", number(0, limits::position_changes),
                "At most this many in a routine."),
       optional("stay_first", flag(),
                "true: a routine begins in the posture that the person is in."),
       required("strain_percent", number(0, limits::strain_percent),
                "Scales the strain of each change."),
       required("need", by_term(Words::targets, "a target", number(0, limits::points)),
                "Points for each target."),
       required("fit", by_term(Words::phases, "a phase", number(0, limits::points)),
                "Points for each phase.")});
}

Shape every_stage() {
  Shape shape = by_term(Words::stages, "a stage", stage_settings());
  shape.every = true;
  shape.missing_message = "'stages' needs '%'";
  return shape;
}

Shape position_change() {
  return record("a position change",
                {required("from", term(Words::postures, "a posture"), "From this posture."),
                 required("to", term(Words::postures, "a posture"), "To this one."),
                 required("seconds", number(0, limits::change_seconds), "How long it takes."),
                 required("strain", number(0, limits::points), "Points lost at 100 percent.")});
}

Shape preferences() {
  return record(
      "the preferences",
      {required("focus", number(0, limits::points), "Added to the need for a target in focus."),
       required("eases", number(0, limits::points), "Points gained by bending the way that eases."),
       required("against", number(0, limits::points), "Points lost by bending another way."),
       required("helped", number(0, limits::points), "Points gained by what helped before."),
       required("hurt", number(0, limits::points), "Points lost by what hurt before."),
       required("recent", number(0, limits::points), "Points lost by what was done lately."),
       required("variety_percent", number(0, limits::variety_percent),
                "How much of the best score another routine may lack.")});
}

Shape list_patterns() {
  return record("the lists",
                {optional("both", text(), "The last two, joined by \"and\": {first}, {last}."),
                 optional("either", text(), "The last two, joined by \"or\": {first}, {last}."),
                 optional("more", text(), "One before the others: {first}, {last}.")});
}

Shape counted_words() {
  Fields fields;
  for (std::size_t n = 0; n < core::number_count; ++n)
    fields.push_back(
        optional(core::slot_id(static_cast<core::Slot>(core::first_number + n)),
                 record("a number", {optional("one", text(), "For 1: {number}."),
                                     optional("other", text(), "For other numbers: {number}.")}),
                 "With its noun."));
  return record("the numbers", fields);
}

Shape phrases() {
  Fields fields;
  for (std::size_t p = 0; p < core::phrase_count; ++p) {
    const core::PhraseKind& kind = core::kind_of(static_cast<core::PhraseId>(p));
    std::string about = "A sentence";
    for (core::Slot slot : kind.slots)
      about += (slot == *kind.slots.begin() ? " with {" : ", {") +
               std::string(core::slot_id(slot)) + "}";
    fields.push_back(optional(kind.id, text(), about + "."));
  }
  return record("the sentences", fields);
}

Shape progress_sources() {
  Fields rules;
  for (const char* rule : core::progress_rule_ids)
    rules.push_back(
        required(rule, citations(), "Where it comes from; [] for our own cautious judgement."));
  return record("the sources of progress", rules);
}

Shape progress_settings() {
  return record(
      "the settings of progress",
      {required("go_limit", number(0, limits::pain), "Pain up to this lets a dose rise."),
       required("caution_limit", number(0, limits::pain),
                "Pain above this is too much; not below go_limit."),
       required("level_days", number(1, limits::progress_days),
                "Days from the first to the last session at a step, before it may rise."),
       required("level_sessions", number(1, limits::level_sessions),
                "Sessions within the last of these days."),
       required("flare_days", number(1, limits::progress_days),
                "Days for which a lowered dose is kept."),
       required("pause_days", number(1, limits::progress_days),
                "A movement that rested for longer begins again one step down."),
       required("recent_days", number(1, limits::progress_days),
                "Days with sessions whose movements count as recent."),
       required("stages", terms(Words::stages, "a stage"), "Stages in which a dose may rise."),
       required("sources", progress_sources(), "Where each rule comes from.")});
}

}  // namespace

const Shape& planner_shape() {
  static const Shape shape = record(
      "the planner's settings",
      {required("switch_sides", number(0, limits::switch_sides), "Seconds for changing sides."),
       required("dose_units", list(number(1, limits::dose_units), 4, 4),
                "Units of work at dose steps 0 to 3, rising."),
       required("coverage",
                list(record("a stretch of the coverage",
                            {required("units", number(1, limits::stretch_units),
                                      "The length of the stretch."),
                             required("worth", number(0, limits::stretch_worth),
                                      "What a unit of it is worth.")}),
                     0, limits::stretches),
                "What units are worth; no stretch may be worth more than the one before."),
       required("node_limit", number(1, limits::node_limit),
                "Thousands of steps of one search, for each exercise."),
       optional(
           "preferences", preferences(),
           "Points for what a person answers besides; without it these answers count nothing."),
       required("stages", every_stage(), "The numbers of each stage."),
       required("position_changes", list(position_change()), "Every pair of postures, once."),
       optional("progress", progress_settings(),
                "When doses rise and fall; without it none rises, and any pain lowers one.")});
  return shape;
}

const Shape& explanations_shape() {
  static const Shape shape =
      record("the explanations",
             {optional("lists", list_patterns(), "How several things are listed."),
              optional("title", text(), "The title of an exercise inside a sentence: {title}."),
              optional("numbers", counted_words(), "Numbers with their nouns."),
              optional("phrases", phrases(), "The sentences, by what they say.")});
  return shape;
}

}  // namespace unclench::content
