#include "core/session/progress_reasons.h"

namespace unclench::core {

Phrase reason_for(const StepChange& change) {
  const Argument movement = about(Slot::movements, change.movement);
  switch (change.rule) {
    case ProgressRule::leg_symptoms:
      return {PhraseId::down_leg_symptoms, {movement}};
    case ProgressRule::high_pain:
      return {PhraseId::down_high_pain, {movement, amount(Slot::pain, change.pain)}};
    case ProgressRule::not_settled:
      return {PhraseId::down_not_settled, {movement, amount(Slot::pain, change.pain)}};
    case ProgressRule::morning_unknown:
      return {PhraseId::down_morning_unknown, {movement, amount(Slot::pain, change.pain)}};
    case ProgressRule::hurt:
      return {PhraseId::down_hurt, {movement}};
    case ProgressRule::other_stage:
      return {PhraseId::down_other_stage, {movement}};
    case ProgressRule::pause:
      return {PhraseId::down_pause, {movement, amount(Slot::days, change.days)}};
    default:
      return {PhraseId::up, {movement, amount(Slot::days, change.days)}};
  }
}

Phrase sentence_of(const Advice& advice) {
  switch (advice.rule) {
    case ProgressRule::leg_symptoms:
      return {PhraseId::advice_leg_symptoms, {}};
    case ProgressRule::ease_off:
      return {PhraseId::advice_ease_off, {amount(Slot::days, advice.days)}};
    case ProgressRule::leave_out:
      return {PhraseId::advice_leave_out, {about(Slot::movements, advice.movement)}};
    default:
      return {PhraseId::advice_note_morning, {}};
  }
}

}  // namespace unclench::core
