// What the planner says, as data: which sentence, and what it is about. The words are content
// (content/explanations.yaml) and come with the catalogue.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace unclench::core {

struct Catalogue;

// A place in a sentence, by the name that stands in its braces.
enum class Slot {
  movements,  // lists
  targets,
  equipment,
  surfaces,
  phase,  // single terms
  posture,
  stage,
  condition,
  note,    // a text of the catalogue
  points,  // numbers
  seconds,
  minutes,
  changes,
  days,
  pain,
};
inline constexpr std::size_t slot_count = 15;
inline constexpr std::size_t first_number = 9;  // slots from here on hold numbers
inline constexpr std::size_t number_count = slot_count - first_number;

enum class PhraseId {
  // why a movement is in
  opens,
  closes,
  works_on,
  asked,
  helped,
  eases,
  focus,
  prepares,
  begins,
  stays,
  suits,
  builds_on,
  // why one is out
  condition,
  not_offered,
  excluded,
  stage,
  surface,
  equipment,
  order,
  part_of,
  repeats,
  same_work,
  over_time,
  instead,
  instead_equal,
  adds_nothing,
  several,
  another_one,
  // what stands in the way of one movement, and of several together
  time,
  position,
  direction,
  start,
  rest,
  no_order,
  together_twice,
  together_time,
  together_position,
  together_direction,
  together_start,
  together_rest,
  together_no_order,
  not_with_these,
  // why there is no routine, and what would make one possible
  nothing_in_time,
  nothing_from_here,
  nothing_within_changes,
  nothing_fits,
  allow_minutes,
  add_surfaces,
  add_equipment,
  do_without,
  allow_again,
  allow_position_changes,
  move_first,
  // which rule a person's own routine breaks
  stands_twice,
  dose_outside,
  dose_fixed,
  not_on_surface,
  other_surface,
  goes_back,
  rest_between,
  must_follow,
  bends_against,
  no_opening_rest,
  no_closing_rest,
  too_long,
  too_many_changes,
  changes_first,
  missing,
  // why something is no longer in the rest of a session
  stopped,
  hurt,
  no_longer,
  // what the sessions so far mean for the next one
  down_leg_symptoms,
  down_high_pain,
  down_not_settled,
  down_morning_unknown,
  down_hurt,
  down_other_stage,
  down_pause,
  up,
  advice_leg_symptoms,
  advice_ease_off,
  advice_leave_out,
  advice_note_morning,
};
inline constexpr std::size_t phrase_count = 83;

// What a sentence is about: no slot, one or two.
class Slots {
 public:
  constexpr Slots(std::initializer_list<Slot> slots) {
    for (const Slot slot : slots) slots_[count_++] = slot;
  }
  constexpr const Slot* begin() const { return slots_; }
  constexpr const Slot* end() const { return slots_ + count_; }

 private:
  Slot slots_[2] = {};
  std::size_t count_ = 0;
};

struct PhraseKind {
  const char* id;  // in JSON and in the content
  Slots slots;
};

const PhraseKind& kind_of(PhraseId id);
const char* slot_id(Slot slot);

// What many places make, copy and throw away has its functions in one place, where a compiler would
// otherwise write them anew each time.
struct Argument {
  Argument(Slot its_slot, std::vector<int> its_terms, std::int64_t its_number,
           std::string its_text);
  Argument(const Argument& other);
  Argument(Argument&& other) noexcept;
  Argument& operator=(const Argument& other);
  Argument& operator=(Argument&& other) noexcept;
  ~Argument();

  Slot slot;
  std::vector<int> terms;  // of a list or a single term
  std::int64_t number;     // of a number
  std::string text;        // of a note
};

struct Phrase {
  Phrase();
  Phrase(PhraseId its_id, std::initializer_list<Argument> its_arguments);
  Phrase(const Phrase& other);
  Phrase(Phrase&& other) noexcept;
  Phrase& operator=(const Phrase& other);
  Phrase& operator=(Phrase&& other) noexcept;
  ~Phrase();

  PhraseId id;
  std::vector<Argument> arguments;  // as its kind says
};

Argument about(Slot slot, std::vector<int> terms);
Argument about(Slot slot, int term);
Argument amount(Slot slot, std::int64_t number);
Argument note(std::string text);

// The words of one language. {first}, {last}, {title}, {number} and the slots' names stand for what
// is put in.
struct Explanations {
  struct Counted {
    std::string one, other;
  };
  std::string both, either, more;  // lists: with "and", with "or", and all but the last two
  std::string title;               // a movement's title inside a sentence
  std::array<Counted, number_count> numbers;
  std::array<std::string, phrase_count> phrases;
};

// The sentence in the catalogue's words. Where it has none: the id, and the arguments by name.
std::string sentence(const Catalogue& catalogue, const Phrase& phrase);
// Several sentences, with spaces between.
std::string sentences(const Catalogue& catalogue, const std::vector<Phrase>& phrases);

// The id of a term that a slot holds.
const std::string& id_in_slot(const Catalogue& catalogue, Slot slot, int term);

}  // namespace unclench::core
