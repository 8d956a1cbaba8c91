#include "render/condition_view.h"

#include "codec/catalogue_json.h"
#include "content/reading.h"
#include "render/page_jobs.h"

namespace unclench::render {
namespace {

Value verdict_group(const Site& site, std::size_t condition, core::Verdict verdict,
                    CitationNumbers& citations) {
  Value rules = Value::List();
  for (const auto& exercise : site.edition.exercises) {
    const core::ConditionRule& rule = exercise->movement.conditions[condition];
    if (rule.verdict != verdict) continue;
    const content::Citations& sources = exercise->condition_sources[condition];
    Value link = link_to_exercise(site, *exercise);
    link.set("note", Value::borrowed(rule.note));
    link.set("editors", sources.empty());
    link.set("citations", citations.cite(sources));
    rules.add(std::move(link));
  }
  const std::string id = codec::verdict_id(verdict);
  const bool any = rules.is_true();
  return object("title", site.phrases.get("condition." + id), "verdict", id, "any", any, "rules",
                std::move(rules));
}

PageView condition_page(const Site& site, std::size_t c, Diagnostics& diagnostics) {
  const content::Condition& condition = *site.edition.conditions[c];
  CitationNumbers citations(site);
  PageView view = view_of("condition", condition);
  view.values.set("body", body_values(site, condition, citations, diagnostics));
  view.values.set("body_citations", citations.cite(condition.sources));
  Value groups = Value::List();
  for (core::Verdict verdict : {core::Verdict::avoid, core::Verdict::care, core::Verdict::fine})
    groups.add(verdict_group(site, c, verdict, citations));
  view.values.set("groups", std::move(groups));
  view.values.set("citations", citations.list());
  return view;
}

Hash hash_of_verdicts(const content::Edition& edition, std::size_t c) {
  Hash hash = edition.exercises.size();
  for (const auto& exercise : edition.exercises) {
    const core::ConditionRule& rule = exercise->movement.conditions[c];
    hash = combine(hash, combine(exercise->head, static_cast<Hash>(rule.verdict)));
    if (!rule.note.empty()) hash = combine(hash, hash_of(rule.note));
    hash = combine(hash, content::hash_all(exercise->condition_sources[c]));
  }
  return hash;
}

}  // namespace

void add_condition_pages(const Site& site, std::vector<PageJob>& jobs) {
  const content::Edition& edition = site.edition;
  for (std::size_t c = 0; c < edition.conditions.size(); ++c) {
    const content::Condition& condition = *edition.conditions[c];
    jobs.push_back(job_of(
        condition, condition_address(condition),
        combine(hash_of_verdicts(edition, c), hash_of_shown(edition, condition)),
        [&site, c](Diagnostics& diagnostics) { return condition_page(site, c, diagnostics); }));
  }
  add_index(site, "conditions", edition.conditions, condition_address, jobs);
}

}  // namespace unclench::render
