#include "render/evidence_view.h"

#include <algorithm>
#include <vector>

#include "codec/catalogue_json.h"
#include "render/page_jobs.h"

namespace unclench::render {
namespace {

using content::Citations;
using content::Exercise;

// How many claims rest on what: on a source of each grade at best, on articles alone, or on the
// editors' own judgement.
struct Balance {
  std::size_t by_grade[4] = {}, articles = 0, editors = 0;
};

class Claims {
 public:
  explicit Claims(const Site& site) : site_(site) {}

  // [{key, title, url, grade}]
  Value sources(const Citations& citations) {
    Value list = Value::List();
    std::size_t best = std::size(balance_.by_grade);
    for (const std::string& key : citations) {
      if (const content::Reference* reference = find_reference(site_.edition, key)) {
        list.add(object("key", Value::borrowed(reference->key), "title",
                        Value::borrowed(reference->title), "url",
                        site_.url("/references/") + "#" + reference->key, "grade",
                        Value::borrowed(reference->grade)));
        if (reference->grade.size() == 1 && reference->grade[0] >= 'A')
          best = std::min(best, static_cast<std::size_t>(reference->grade[0] - 'A'));
      } else if (const content::Article* article = find_article(site_.edition, key)) {
        list.add(object("key", Value::borrowed(article->title), "title",
                        Value::borrowed(article->title), "url",
                        site_.url(article_address(*article)), "grade", ""));
      }
    }
    if (best < std::size(balance_.by_grade))
      ++balance_.by_grade[best];
    else
      ++(list.is_true() ? balance_.articles : balance_.editors);
    return list;
  }

  Value row(std::string_view what, std::string_view claim, const Citations& citations,
            bool also_editors = false) {
    Value list = sources(citations);
    const bool editors = also_editors || !list.is_true();
    return object("what", std::string(what), "claim", std::string(claim), "editors", editors,
                  "sources", std::move(list));
  }

  Value balance() const {
    return object("a", balance_.by_grade[0], "b", balance_.by_grade[1], "c", balance_.by_grade[2],
                  "d", balance_.by_grade[3], "articles", balance_.articles, "editors",
                  balance_.editors);
  }

 private:
  const Site& site_;
  Balance balance_;
};

std::string joined(const std::string& first, const std::string& second) {
  return second.empty() ? first : first + " " + second;
}

// The claims of pages, one list a page, under an id that begins with the kind of claim.
class Groups {
 public:
  Groups(const Site& site, std::string kind) : site_(site), kind_(std::move(kind)) {}

  void add(const content::PageText& page, const std::string& address, std::vector<Value> rows) {
    if (rows.empty()) return;
    std::string id = kind_ + address.substr(0, address.size() - 1);
    std::replace(id.begin(), id.end(), '/', '-');
    const std::size_t number = rows.size();
    Value claims = Value::List();
    for (Value& row : rows) claims.add(std::move(row));
    groups_.add(object("id", std::move(id), "title", Value::borrowed(page.title), "url",
                       site_.url(address), "number", number, "claims", std::move(claims)));
  }

  Value take() { return std::move(groups_); }

 private:
  const Site& site_;
  std::string kind_;
  Value groups_ = Value::List();
};

Value doses(const Site& site, Claims& claims) {
  Groups groups(site, "doses");
  for (const auto& exercise : site.edition.exercises) {
    std::vector<Value> rows;
    for (std::size_t s = 0; s < exercise->movement.doses.size(); ++s)
      if (const auto& dose = exercise->movement.doses[s])
        rows.push_back(claims.row(
            site.edition.terms.stages[s].label,
            joined(site.phrases.dose(exercise->movement, *dose) + ".", exercise->dose_notes[s]),
            exercise->dose_sources[s]));
    groups.add(*exercise, exercise_address(*exercise), std::move(rows));
  }
  return groups.take();
}

// What is fine without a word about it is no claim of caution.
Value verdicts(const Site& site, Claims& claims) {
  Groups groups(site, "cautions");
  for (const auto& exercise : site.edition.exercises) {
    std::vector<Value> rows;
    for (std::size_t c = 0; c < exercise->movement.conditions.size(); ++c) {
      const core::ConditionRule& rule = exercise->movement.conditions[c];
      const std::string verdict =
          site.phrases.get(std::string("condition.") + codec::verdict_id(rule.verdict));
      rows.push_back(claims.row(site.edition.terms.conditions[c].label,
                                joined(verdict + ".", rule.note), exercise->condition_sources[c]));
    }
    groups.add(*exercise, exercise_address(*exercise), std::move(rows));
  }
  return groups.take();
}

Value changes(const Site& site, Claims& claims) {
  Groups groups(site, "changes");
  for (const auto& routine : site.edition.routines) {
    std::vector<Value> rows;
    for (const content::RoutineStep& step : routine->steps)
      if (const Exercise* exercise = site.edition.find_exercise(step.exercise.word);
          exercise && !step.change.empty())
        rows.push_back(claims.row(exercise->title, step.change, step.change_sources));
    groups.add(*routine, routine_address(*routine), std::move(rows));
  }
  return groups.take();
}

template <typename Page, typename Address>
void add_sentences(const content::Shared<Page>& pages, Address address_of, Claims& claims,
                   Groups& groups) {
  for (const auto& page : pages) {
    std::vector<Value> rows;
    for (const content::CitationUse& use : page->body.citations) {
      Citations keys;
      for (const content::CitedKey& cited : use.keys) keys.push_back(cited.key);
      rows.push_back(claims.row("", use.claim, keys, use.editors));
    }
    groups.add(*page, address_of(*page), std::move(rows));
  }
}

Value sentences(const Site& site, Claims& claims) {
  const content::Edition& edition = site.edition;
  Groups groups(site, "sentences");
  const auto page_address = [](const content::PageText& page) { return "/" + page.id + "/"; };
  add_sentences(edition.pages, page_address, claims, groups);
  add_sentences(edition.guides, guide_address, claims, groups);
  add_sentences(edition.conditions, condition_address, claims, groups);
  add_sentences(edition.exercises, exercise_address, claims, groups);
  add_sentences(edition.routines, routine_address, claims, groups);
  add_sentences(edition.articles, article_address, claims, groups);
  return groups.take();
}

PageView evidence_page(const Site& site) {
  Claims claims(site);
  PageView view;
  view.template_name = "evidence";
  view.title = site.phrases.get("lists.evidence.title");
  view.description = site.phrases.get("lists.evidence.summary");
  Value& values = view.values;
  values.set("title", view.title);
  values.set("summary", view.description);
  values.set("doses", doses(site, claims));
  values.set("verdicts", verdicts(site, claims));
  values.set("changes", changes(site, claims));
  values.set("sentences", sentences(site, claims));
  values.set("balance", claims.balance());
  return view;
}

Hash hash_of_claims(const content::Edition& edition) {
  Hash hash = edition.exercises.size();
  content::for_each_page(edition, [&](const content::PageText& page) {
    hash = combine(combine(hash, page.whole), page.head);
  });
  return hash;
}

}  // namespace

PageJob evidence_job(const Site& site) {
  return job_of("/evidence/", hash_of_claims(site.edition),
                [&site](Diagnostics&) { return evidence_page(site); });
}

}  // namespace unclench::render
