// The catalogue as the planner sees it: plain values, every word an index into a vocabulary.
// The core reads no files, no clock and no locale, prints nothing and throws nothing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/phrase.h"

namespace unclench::core {

using Points = std::int64_t;
using Mask = std::uint32_t;  // a set of up to 32 vocabulary terms, bit i for term i

// Yes or no for each of many. Bytes, because single bits make more code, which is slower as well.
using Flags = std::vector<std::uint8_t>;

inline constexpr int dose_steps = 4;  // steps 0 to 3 inside the range that a stage allows

struct Term {
  std::string id;     // [a-z0-9-]+, public and stable
  std::string label;  // for headings: "Lower back"
  std::string noun;   // inside a sentence: "lower back", "a chair"
};

struct Phase : Term {
  std::string verb;  // third person: "Stretches"
};

struct Posture : Term {
  bool lying = false;  // lying postures of one routine share one surface
};

enum class Direction { neutral, flexion, extension, rotation };

enum class Verdict { fine, care, avoid };

struct ConditionRule {
  Verdict verdict = Verdict::fine;
  std::string note;  // care: the change to make; avoid: why
};

struct Range {
  int low = 0;
  int high = 0;  // low <= high
};

// One stage's dose. Seconds per hold; repetitions per set and side; rest in seconds between sets.
struct DoseRange {
  Range hold;
  Range repetitions;
  Range sets;
  int rest = 0;
};

struct Dose {
  int hold_seconds = 0;
  int repetitions = 1;
  int sets = 1;
  int sides = 1;  // 1 both together, 2 each side in turn
  friend bool operator==(const Dose& a, const Dose& b) {
    return a.hold_seconds == b.hold_seconds && a.repetitions == b.repetitions && a.sets == b.sets &&
           a.sides == b.sides;
  }
};

struct TargetWeight {
  int target = 0;
  int weight = 1;  // 1 to 3
};

struct Movement {
  std::string id;
  std::string title;
  int phase = 0;
  int posture = 0;
  Mask surfaces = 0;
  Mask needs_one_of = 0;  // equipment; empty when nothing is needed
  std::vector<TargetWeight> targets;
  Direction direction = Direction::neutral;
  int load = 0;   // 0 rest, 1 gentle, 2 moderate, 3 hard
  int sides = 1;  // 1 both together, 2 each side in turn
  int tempo = 0;  // seconds of moving per repetition, besides the hold
  std::vector<std::optional<DoseRange>> doses;  // by stage; none where it is not offered
  std::string not_offered;                      // why it is in no routine at all; else empty
  std::vector<int> after;                       // movements that must come before it
  std::vector<int> parts;                       // movements that it contains
  std::vector<ConditionRule> conditions;        // by condition
};

struct CoverageSegment {
  int units = 0;  // length of the segment
  int worth = 0;  // points per unit; falls from segment to segment
};

struct StageSettings {
  int get_ready = 0;  // seconds before each movement
  int maximum_load = 0;
  int comfortable_load = 0;
  int effort = 0;            // points lost per load step above the comfortable one
  int position_changes = 0;  // at most this many in a routine
  bool stay_first = false;   // a routine begins in the posture that the person is in
  int strain_percent = 100;  // scales the strain of a position change
  std::vector<int> need;     // by target
  std::vector<int> fit;      // points by phase
};

struct PositionChange {
  int seconds = 0;
  int strain = 0;  // points lost at 100 percent
};

// Points for what a request says besides its stage.
struct Preferences {
  int focus = 0;            // added to the need for a target
  int eases = 0;            // gained by a movement that bends the way that eases
  int against = 0;          // lost by one that bends another way
  int helped = 0;           // gained by a movement that helped before
  int hurt = 0;             // lost by one that hurt
  int recent = 0;           // lost by one that was done lately
  int variety_percent = 0;  // of the best score, that another routine may be worth less
};

// Why a dose step changes from one request to the next, and what a person is told besides.
enum class ProgressRule {
  leg_symptoms,
  high_pain,
  not_settled,
  morning_unknown,
  hurt,
  other_stage,
  pause,
  up,
  ease_off,
  leave_out,
  note_morning
};
inline constexpr std::array progress_rule_ids = {
    "leg-symptoms", "high-pain", "not-settled", "morning-unknown", "hurt",        "other-stage",
    "pause",        "up",        "ease-off",    "leave-out",       "note-morning"};
inline constexpr std::size_t progress_rules = progress_rule_ids.size();

// When doses rise and fall. Pain is counted from 0, none, to 10, the worst that one can think of.
struct ProgressSettings {
  int go_limit = 0;        // pain up to this lets a dose rise
  int caution_limit = 0;   // pain above this is too much; go_limit to 10
  int level_days = 1;      // from the first to the last session at a step, before it may rise
  int level_sessions = 1;  // within the last of these days
  int flare_days = 1;      // a lowered dose is kept for as long
  int pause_days = 1;      // a movement that rested for longer begins again one step down
  int recent_days = 1;     // days with sessions whose movements count as recent
  Mask stages = 0;         // those in which a dose may rise
  std::array<std::vector<std::string>, progress_rules> sources;  // by rule: keys of references
};

struct PlannerSettings {
  int switch_sides = 0;  // seconds
  std::array<int, dose_steps> dose_units{};
  std::vector<CoverageSegment> coverage;
  std::int64_t node_limit = 0;  // thousands of steps of one search, for each movement
  Preferences preferences;
  std::vector<StageSettings> stages;
  std::vector<std::vector<PositionChange>> changes;  // [from][to]; zero on the diagonal
  ProgressSettings progress;
};

struct Catalogue {
  std::vector<Term> stages;
  std::vector<Phase> phases;  // in the order of a routine; the first is rest and also closes it
  std::vector<Posture> postures;
  std::vector<Term> surfaces;
  std::vector<Term> equipment;
  std::vector<Term> targets;
  std::vector<Term> conditions;
  std::vector<Movement> movements;  // in catalogue order: what a movement follows stands before it
  PlannerSettings planner;
  Explanations explanations;
};

inline constexpr int rest_phase = 0;

// Indices are int, so that -1 can say "none"; the standard containers count in std::size_t.
constexpr std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

template <typename Terms>
int find_term(const Terms& terms, const std::string& id) {
  for (std::size_t i = 0; i < terms.size(); ++i)
    if (terms[i].id == id) return static_cast<int>(i);
  return -1;
}

inline bool contains(Mask set, int term) {
  return (set >> term & 1u) != 0;
}
inline Mask mask_of(int term) {
  return Mask{1} << term;
}

}  // namespace unclench::core
