#include "core/session/practice.h"

#include <algorithm>

#include "base/sorting.h"
#include "core/dose.h"

namespace unclench::core {
namespace {

Felt stronger(Felt a, Felt b) {
  for (const Felt felt : {Felt::hurt, Felt::helped, Felt::neither})
    if (a == felt || b == felt) return felt;
  return Felt::unsaid;
}

void add(PracticeRecord& record, const Session& session, const Done& done) {
  std::vector<Practice>& sessions = record.sessions;
  if (sessions.empty() || sessions.back().session != &session)
    sessions.push_back({&session, done.step, Felt::unsaid});
  Practice& practice = sessions.back();
  practice.step = std::min(practice.step, done.step);
  practice.felt = stronger(practice.felt, done.felt);
}

void add_days(PracticeRecord& record, const Movement& movement) {
  for (const Practice& practice : record.sessions) {
    const Session& session = *practice.session;
    const int lower = lower_step(movement, session.stage, practice.step);
    if (record.days.empty() || record.days.back().day != session.day)
      record.days.push_back({session.day, practice.step, lower, session.stage, true, 0});
    PracticeDay& day = record.days.back();
    day.is_level = day.is_level && day.step == practice.step && day.stage == session.stage;
    day.step = std::min(day.step, practice.step);
    day.lower = std::min(day.lower, lower);
    ++day.sessions;
  }
}

}  // namespace

std::vector<PracticeRecord> practice_records(const Catalogue& catalogue, const History& history) {
  std::vector<const Session*> sessions;
  for (const Session& session : history.sessions) sessions.push_back(&session);
  sort_stably(sessions, [](const Session* a, const Session* b) { return a->day < b->day; });
  std::vector<PracticeRecord> records(catalogue.movements.size());
  for (const Session* session : sessions)
    for (const Done& done : session->movements)
      if (done.movement >= 0) add(records[at(done.movement)], *session, done);
  for (std::size_t m = 0; m < records.size(); ++m) add_days(records[m], catalogue.movements[m]);
  return records;
}

int lower_step(const Movement& movement, int stage, int step) {
  int lower = std::max(step - 1, 0);
  while (lower > 0 && is_same_dose(movement, stage, lower, step)) --lower;
  return lower;
}

bool is_same_dose(const Movement& movement, int stage, int step, int other) {
  const auto& range = movement.doses[at(stage)];
  return range && dose_at(movement, *range, step) == dose_at(movement, *range, other);
}

}  // namespace unclench::core
