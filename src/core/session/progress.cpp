#include "core/session/progress.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "base/sorting.h"
#include "core/session/practice.h"

namespace unclench::core {
namespace {

int worst_pain(const Session& session) {
  return std::max(session.pain_after, session.pain_next_morning.value_or(0));
}

// Back to what it was before, and low, by the next morning.
bool is_settled(const Session& session, const ProgressSettings& settings) {
  const std::optional<int>& morning = session.pain_next_morning;
  return morning && *morning <= session.pain_before && *morning <= settings.go_limit;
}

// Why the pain of a session was too much; nothing when it was not.
std::optional<ProgressRule> flare_of(const Session& session, const ProgressSettings& settings) {
  const int worst = worst_pain(session);
  if (worst > settings.caution_limit) return ProgressRule::high_pain;
  if (worst <= settings.go_limit || is_settled(session, settings)) return std::nullopt;
  return session.pain_next_morning ? ProgressRule::not_settled : ProgressRule::morning_unknown;
}

// Whether nothing in it speaks against a higher dose.
bool is_calm(const Session& session, const ProgressSettings& settings) {
  const auto is_hurt = [](const Done& done) { return done.felt == Felt::hurt; };
  return session.pain_before <= settings.go_limit && session.pain_after <= settings.go_limit &&
         is_settled(session, settings) && !session.leg_symptoms && !session.warned &&
         contains(settings.stages, session.stage) &&
         std::none_of(session.movements.begin(), session.movements.end(), is_hurt);
}

// Takes the lowest of all that the rules say. Where several say the same, the rule that stands
// first is named, with its newest session.
void limit(StepChange& change, int to, ProgressRule rule, int days, int pain = -1) {
  const bool is_lower = to < change.to;
  const bool is_as_low = to == change.to && to < change.from;
  const bool is_named_first =
      std::tuple(rule, days, -pain) < std::tuple(change.rule, change.days, -change.pain);
  if (!is_lower && !(is_as_low && is_named_first)) return;
  change.to = to;
  change.rule = rule;
  change.days = days;
  change.pain = pain;
}

class Judgement {
 public:
  Judgement(const Catalogue& catalogue, const History& history)
      : catalogue_(catalogue),
        settings_(catalogue.planner.progress),
        history_(history),
        records_(practice_records(catalogue, history)) {
    for (const Session& session : history.sessions) last_day_ = std::max(last_day_, session.day);
    for (const Session& session : history.sessions)
      if (session.leg_symptoms && is_in_play(session)) leg_days_.push_back(session.day);
    sort_stably(leg_days_, std::less<>());
    leg_days_.erase(std::unique(leg_days_.begin(), leg_days_.end()), leg_days_.end());
  }

  Progress run() {
    const int rising = rising_movement();
    for (int movement = 0; movement < static_cast<int>(records_.size()); ++movement) {
      answer_.steps.push_back(-1);
      if (record_of(movement).empty()) continue;
      StepChange change = lowered(movement);
      if (movement == rising && change.to == change.from) raise(change);
      answer_.steps.back() = change.to;
      if (change.to != change.from) answer_.changes.push_back(change);
      add_felt(movement);
    }
    add_recent();
    add_advice();
    return std::move(answer_);
  }

 private:
  const PracticeRecord& record_of(int movement) const { return records_[at(movement)]; }
  int days_since(int day) const { return history_.today - day; }

  // What happened there still holds doses down.
  bool is_in_play(const Session& session) const {
    return session.day == last_day_ || days_since(session.day) <= settings_.flare_days;
  }

  StepChange lowered(int movement) const {
    const PracticeRecord& record = record_of(movement);
    const PracticeDay& latest = record.latest();
    StepChange change{movement, latest.step, latest.step};
    for (const int leg_day : leg_days_)
      for (auto day = record.days.rbegin(); day != record.days.rend(); ++day) {
        if (day->day > leg_day) continue;
        limit(change, day->lower, ProgressRule::leg_symptoms, days_since(leg_day));
        break;
      }
    for (const Practice& practice : record.sessions)
      if (practice.session->day == latest.day || is_in_play(*practice.session))
        limit_by_session(change, practice);
    if (days_since(latest.day) > settings_.pause_days)
      limit(change, latest.lower, ProgressRule::pause, days_since(latest.day));
    return change;
  }

  void limit_by_session(StepChange& change, const Practice& practice) const {
    const Session& session = *practice.session;
    const int days = days_since(session.day);
    const int lower =
        lower_step(catalogue_.movements[at(change.movement)], session.stage, practice.step);
    if (session.leg_symptoms) limit(change, lower, ProgressRule::leg_symptoms, days);
    if (const auto rule = flare_of(session, settings_))
      limit(change, lower, *rule, days, worst_pain(session));
    if (practice.felt == Felt::hurt) limit(change, lower, ProgressRule::hurt, days);
    const bool is_latest = session.day == record_of(change.movement).latest().day;
    if (is_latest && history_.stage >= 0 && session.stage != history_.stage)
      limit(change, 0, ProgressRule::other_stage, days);
  }

  void raise(StepChange& change) const {
    const PracticeRecord& record = record_of(change.movement);
    ++change.to;
    change.rule = ProgressRule::up;
    change.days = record.latest().day - first_day_at_step(record);
  }

  // Which movement goes up is chosen without a look at pain; then pain may forbid it. Otherwise
  // pain in one movement could let another one rise.
  int rising_movement() const {
    int chosen = -1;
    for (int movement = 0; movement < static_cast<int>(records_.size()); ++movement)
      if (may_rise(movement) && (chosen < 0 || rank(movement) < rank(chosen))) chosen = movement;
    if (chosen < 0 || has_risen_lately()) return -1;
    const int since = std::min(record_of(chosen).latest().day - settings_.level_days,
                               history_.today - settings_.flare_days);
    for (const Session& session : history_.sessions)
      if (session.day >= since && !is_calm(session, settings_)) return -1;
    return chosen;
  }

  bool may_rise(int movement) const {
    const PracticeRecord& record = record_of(movement);
    if (record.empty()) return false;
    const PracticeDay& latest = record.latest();
    const Movement& itself = catalogue_.movements[at(movement)];
    const bool has_dose = itself.doses[at(latest.stage)].has_value();
    return latest.is_level && has_dose &&
           !is_same_dose(itself, latest.stage, latest.step, dose_steps - 1) &&
           (history_.stage < 0 || history_.stage == latest.stage) &&
           days_since(latest.day) <= settings_.level_days &&
           latest.day - first_day_at_step(record) >= settings_.level_days &&
           sessions_of_last_level_days(record) >= settings_.level_sessions;
  }

  // Back through the days on which it stood at its step and at one stage, without a long pause.
  int first_day_at_step(const PracticeRecord& record) const {
    const PracticeDay& latest = record.latest();
    int first = latest.day;
    for (auto day = record.days.rbegin(); day != record.days.rend(); ++day) {
      const bool is_same = day->is_level && day->step == latest.step && day->stage == latest.stage;
      if (!is_same || first - day->day > settings_.pause_days) break;
      first = day->day;
    }
    return first;
  }

  int sessions_of_last_level_days(const PracticeRecord& record) const {
    int sessions = 0;
    for (const PracticeDay& day : record.days)
      if (record.latest().day - day.day <= settings_.level_days) sessions += day.sessions;
    return sessions;
  }

  // The smaller one goes first: exercise before rest, what helped, what was longest at its step.
  std::tuple<bool, bool, int> rank(int movement) const {
    const PracticeRecord& record = record_of(movement);
    bool has_helped = false;
    for (const Practice& practice : record.sessions)
      if (days_since(practice.session->day) <= settings_.level_days)
        has_helped = has_helped || practice.felt == Felt::helped;
    const bool is_rest = catalogue_.movements[at(movement)].phase == rest_phase;
    return {is_rest, !has_helped, first_day_at_step(record)};
  }

  bool has_risen_lately() const {
    for (const PracticeRecord& record : records_)
      for (std::size_t i = 1; i < record.days.size(); ++i)
        if (record.days[i].step > record.days[i - 1].step &&
            days_since(record.days[i].day) < settings_.level_days)
          return true;
    return false;
  }

  // What was said on the last day on which anything was said.
  void add_felt(int movement) {
    int day = -1;
    bool is_hurt = false, has_helped = false;
    for (const Practice& practice : record_of(movement).sessions) {
      if (practice.felt == Felt::unsaid) continue;
      if (practice.session->day != day) is_hurt = has_helped = false;
      day = practice.session->day;
      is_hurt = is_hurt || practice.felt == Felt::hurt;
      has_helped = has_helped || practice.felt == Felt::helped;
    }
    if (is_hurt)
      answer_.hurt.push_back(movement);
    else if (has_helped)
      answer_.helped.push_back(movement);
  }

  void add_recent() {
    std::vector<int> days;
    for (const Session& session : history_.sessions) days.push_back(session.day);
    sort_stably(days, std::greater<>());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    if (days.size() > at(settings_.recent_days)) days.resize(at(settings_.recent_days));
    for (const int day : days)
      for (std::size_t m = 0; m < records_.size(); ++m)
        if (!records_[m].empty() && records_[m].latest().day == day)
          answer_.recent.push_back(static_cast<int>(m));
  }

  void add_advice() {
    bool is_flare = false, is_morning_missing = false;
    for (const Session& session : history_.sessions) {
      is_flare = is_flare || (is_in_play(session) && flare_of(session, settings_));
      is_morning_missing =
          is_morning_missing ||
          (session.day == last_day_ && session.day < history_.today && !session.pain_next_morning);
    }
    if (!leg_days_.empty())
      answer_.advice.push_back({ProgressRule::leg_symptoms});
    else if (is_flare)
      answer_.advice.push_back({ProgressRule::ease_off, -1, settings_.flare_days});
    for (const int movement : answer_.hurt)
      if (has_hurt_at_the_smallest_dose(movement))
        answer_.advice.push_back({ProgressRule::leave_out, movement});
    if (is_morning_missing) answer_.advice.push_back({ProgressRule::note_morning});
  }

  bool has_hurt_at_the_smallest_dose(int movement) const {
    const Movement& itself = catalogue_.movements[at(movement)];
    for (const Practice& practice : record_of(movement).sessions)
      if (practice.felt == Felt::hurt &&
          (practice.step == 0 || is_same_dose(itself, practice.session->stage, practice.step, 0)))
        return true;
    return false;
  }

  const Catalogue& catalogue_;
  const ProgressSettings& settings_;
  const History& history_;
  std::vector<PracticeRecord> records_;
  int last_day_ = -1;
  std::vector<int> leg_days_;  // still in play
  Progress answer_;
};

}  // namespace

Progress progress(const Catalogue& catalogue, const History& history) {
  return Judgement(catalogue, history).run();
}

}  // namespace unclench::core
