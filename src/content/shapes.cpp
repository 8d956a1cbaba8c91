#include "content/shapes.h"

#include "core/limits.h"
#include "core/request.h"

namespace unclench::content {
namespace {

namespace limits = core::limits;

constexpr int most_times_a_day = 24;
constexpr int last_place = 1000000;
constexpr int most_months = 1200;

Fields operator+(Fields a, const Fields& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

// What every page has.
Fields head() {
  return {
      required("title", text(), "The title of the page."),
      required("summary", text(), "One sentence, for lists and for search engines."),
      optional("draft", flag(), "true: the page is not published yet."),
      optional("updated", text(Shape::Form::date),
               "When the page last changed in a way that readers care about, like 2026-11-21. "
               "It puts the page into the feed."),
      optional("reviewed", text(Shape::Form::date),
               "When a clinician last reviewed the page; only for a real review.", "reviewed_by"),
      optional("reviewed_by", text(), "Who reviewed it.", "reviewed"),
      optional("technical", flag(), "true: for professionals; how easily it reads is not checked."),
      optional("keywords", list(text()), "Other words that people search for."),
      optional("related", list(text()),
               "Pages to read next: their files in the content without the ending, like "
               "guides/floor."),
      optional("aliases", list(text(Shape::Form::address)),
               "Old addresses, like /old/place/, which lead to this page.")};
}

Field order() {
  return required("order", number(1, last_place), "Its place among its kind.");
}

Shape dose() {
  return record("a dose",
                {required("hold", range(0, limits::hold), "Seconds of one hold; 0 for none."),
                 required("repetitions", range(1, limits::repetitions),
                          "Repetitions in each set, on each side."),
                 optional("sets", range(1, limits::sets), "Sets; 1 when not given."),
                 optional("rest", number(0, limits::rest), "Seconds of rest between sets."),
                 optional("note", text(), "Why it is not the usual dose; shown on the page."),
                 required("sources", citations(),
                          "Where the dose comes from; [] for our own cautious judgement.")});
}

Shape verdict() {
  Choice note;
  note.keys = {"note"};
  note.unless_key = "verdict";
  note.unless_word = "fine";
  return record(
      "the verdict on a condition",
      {required("verdict", option({"fine", "care", "avoid"}, "a verdict"), "Whether it is safe."),
       optional("note", text(),
                "The change to make, or why it is avoided; needed for care and avoid."),
       required("sources", citations(),
                "Where the verdict comes from; [] for our own cautious judgement.")},
      {note});
}

Shape article_dose() {
  return record("'dose'",
                {optional("hold", range(1, limits::hold), "Seconds of one hold."),
                 optional("hold_note", text(), "What the article says about the hold in words."),
                 optional("repetitions", range(1, limits::repetitions), "Repetitions."),
                 optional("repetitions_note", text(), "What it says about them in words."),
                 optional("sets", number(1, limits::sets), "Sets."),
                 optional("sides_note", text(), "What it says about the sides."),
                 optional("per_day", range(1, most_times_a_day), "Times a day."),
                 optional("per_day_note", text(), "What it says about that in words.")});
}

Shape article_entry() {
  return record("an article's entry",
                {required("entry", text(), "An id of its own, such as 002-3."),
                 required("source", term(Words::articles, "an article"), "The article."),
                 required("name", text(), "What the article calls the movement."),
                 required("order", number(1, 1000), "Its place in the article."),
                 required("start", text(), "How it begins."),
                 required("surface", text(), "Where; 'not given' if the article does not say."),
                 required("dose", article_dose(), "What the article gives; {} for nothing."),
                 optional("caution", text(), "What the article warns of."),
                 optional("note", text(), "Our remark.")});
}

Shape equipment() {
  return record("'equipment'",
                {optional("needs_one_of", terms(Words::equipment, "a piece of equipment"),
                          "The exercise needs one of these."),
                 optional("helps", terms(Words::equipment, "a piece of equipment"),
                          "Useful, but not needed.")});
}

Shape verdicts() {
  Shape shape = by_term(Words::conditions, "a condition", verdict());
  shape.every = true;
  shape.missing_message = "the condition '%' has no verdict";
  shape.missing_help = "decide whether it is fine, needs care or must be avoided";
  return shape;
}

Shape relations() {
  return terms(Words::exercises, "an exercise");
}

Shape targets() {
  Shape shape = by_term(Words::targets, "a target", number(1, limits::weight));
  shape.low = 1;
  return shape;
}

Fields exercise_fields() {
  return {
      required("order", number(1, last_place),
               "Its place in the catalogue; routines keep this order inside a phase and posture."),
      required("phase", term(Words::phases, "a phase"), "What it is for."),
      required("posture", term(Words::postures, "a posture"), "How the body is."),
      required("surfaces", list(term(Words::surfaces, "a surface"), 1), "Where it can be done."),
      optional("equipment", equipment(), "What it needs."),
      required("targets", targets(), "What it works on, and how much."),
      required("direction", option({"neutral", "flexion", "extension", "rotation"}, "a direction"),
               "How the spine bends."),
      required("load", number(0, limits::load), "0 rest, 1 gentle, 2 moderate, 3 hard."),
      required("sides", number(1, 2), "1: both together; 2: each side in turn."),
      required("tempo", number(0, limits::tempo),
               "Seconds of moving in one repetition, besides the hold."),
      optional("dose", by_term(Words::stages, "a stage", dose()),
               "The dose for each stage that it suits."),
      optional("not_offered", text(), "Why it is in no routine; then there is no dose."),
      optional("after", relations(), "Exercises that must come before it."),
      optional("parts", relations(), "Exercises that it contains; it never stands beside them."),
      optional("easier", relations(), "Easier versions."),
      optional("harder", relations(), "Harder versions."),
      required("conditions", verdicts(), "Whether it is safe with each condition."),
      optional("sources", list(article_entry()), "What the articles say about it."),
      optional("references", citations(), "Where it comes from, if not from an article."),
      optional("figure", figure_of_exercise(), "How the movement is drawn.")};
}

std::vector<Choice> exercise_choices() {
  Choice dose;
  dose.keys = {"dose", "not_offered"};
  dose.exclusive = true;
  dose.problem = Problem::bad_dose;
  dose.message = "an exercise needs 'dose'";
  dose.help = "or say in 'not_offered' why it is in no routine";
  dose.both_message = "an exercise that is not offered has no dose";
  Choice source;
  source.keys = {"sources", "references"};
  source.drafts_may_lack = true;
  source.problem = Problem::no_source;
  source.message = "an exercise needs 'sources' or 'references'";
  source.help = "say where the movement comes from";
  return {dose, source};
}

Shape step() {
  return record("a movement of a routine",
                {required("exercise", term(Words::exercises, "an exercise"), "The exercise."),
                 required("entry", text(), "The id of that exercise's entry for this article."),
                 optional("change", text(), "What we would change, and why."),
                 optional("change_sources", citations(), "Where that comes from.")});
}

Shape request() {
  return record(
      "a request",
      {required("stage", term(Words::stages, "a stage"), "How the back is."),
       required("minutes", number(core::shortest_minutes, core::longest_minutes),
                "How long it may take."),
       required("surfaces", list(term(Words::surfaces, "a surface"), 1), "Where it is done."),
       optional("equipment", terms(Words::equipment, "a piece of equipment"), "What is at hand."),
       optional("conditions", terms(Words::conditions, "a condition"), "What applies."),
       optional("include", relations(), "Exercises that must be in it."),
       optional("exclude", relations(), "Exercises that must not be in it."),
       optional("doses", by_id("", number(0, core::dose_steps - 1)),
                "Dose steps from 0 to 3, by exercise."),
       optional("focus", terms(Words::targets, "a target"), "What to work on most."),
       optional("eases", option({"flexion", "extension", "neither"}, "a direction"),
                "Which way of bending eases."),
       optional("position_changes", number(0, limits::position_changes),
                "At most so many changes of position."),
       optional("posture", term(Words::postures, "a posture"), "How the person is to begin with."),
       optional("variety", number(0, core::largest_variety),
                "0: the best routine; another number: another good one.")});
}

Fields term_texts() {
  return {required("label", text(), "For headings and buttons."),
          required("description", text(), "One sentence."),
          optional("noun", text(),
                   "Inside a sentence; without it, the label with a small first letter.")};
}

// Of the edition's own language, or of a translation, which has the same terms and only their
// texts.
Fields vocabularies(bool is_own) {
  const auto field = [&](const char* key, Words words, const char* name, const Fields& more,
                         const char* about) {
    const Shape term = record("a term", term_texts() + more);
    return Field{key, is_own ? by_id("a term", term) : by_term(words, name, term), is_own, about,
                 ""};
  };
  const Field verb = is_own ? required("verb", text(), "Third person: \"Stretches\".")
                            : optional("verb", text(), "Third person: \"Stretches\".");
  const Shape steps = list(text(), 1);
  const Shape way = record("a way", {required("into", steps, "Steps into the position."),
                                     required("out_of", steps, "Steps out of it."),
                                     required("sources", citations(), "Where they come from.")});
  const Fields of_posture = {
      optional("lying", flag(), "Lying postures of one routine share one surface."),
      optional("ways", by_term(Words::surfaces, "a surface", way),
               "How to get into the position and out of it, by surface.")};
  return {field("stages", Words::stages, "a stage", {}, "How the back is now."),
          field("phases", Words::phases, "a phase", {verb},
                "What an exercise is for; the order is that of a routine."),
          field("postures", Words::postures, "a posture", is_own ? of_posture : Fields{},
                "How the body is."),
          field("surfaces", Words::surfaces, "a surface", {}, "Where a person can be."),
          field("equipment", Words::equipment, "a piece of equipment", {}, "What may be at hand."),
          field("targets", Words::targets, "a target", {}, "What an exercise works on.")};
}

Shape dose_band() {
  return record("a dose band", {optional("hold", range(0, limits::hold), "Seconds of one hold."),
                                optional("repetitions", range(1, limits::repetitions),
                                         "Repetitions in each set, on each side."),
                                optional("sets", range(1, limits::sets), "Sets."),
                                required("sources", citations(), "Where the band comes from.")});
}

Shape markdown_settings() {
  return record("'markdown'",
                {optional("raw_html", flag(), "true: HTML in texts is passed on as it is."),
                 optional("smart", flag(), "false: quotes and dashes stay as they are typed.")});
}

}  // namespace

const std::vector<std::string>& exercise_sections() {
  static const std::vector<std::string> sections = {
      "What it is for", "Steps", "What you should feel", "Common mistakes", "Stop if"};
  return sections;
}

const std::vector<std::string>& condition_sections() {
  static const std::vector<std::string> sections = {"What it means", "What usually eases it",
                                                    "What we change", "When to ask first"};
  return sections;
}

const Shape& exercise_shape() {
  static const Shape shape = record("an exercise", head() + exercise_fields(), exercise_choices());
  return shape;
}

const Shape& article_shape() {
  static const Shape shape = record(
      "an article",
      head() + Fields{required("file", text(), "The file name that it is cited by."), order()});
  return shape;
}

// Either it is planned, or it has an article and movements.
std::vector<Choice> routine_choices() {
  Choice source, movements;
  source.keys = {"request", "source"};
  movements.keys = {"request", "movements"};
  source.exclusive = movements.exclusive = true;
  return {source, movements};
}

const Shape& routine_shape() {
  static const Shape shape =
      record("a routine",
             head() + Fields{order(),
                             optional("source", term(Words::articles, "an article"),
                                      "The article; needed with 'movements'."),
                             optional("movements", list(step()), "In the order of the article."),
                             optional("request", request(), "What the routine is planned for.")},
             routine_choices());
  return shape;
}

const Shape& condition_shape() {
  static const Shape shape =
      record("a condition",
             head() + Fields{required("label", text(), "Its name in the builder and in reasons."),
                             order(), required("sources", citations(), "Where it comes from.")});
  return shape;
}

const Shape& page_shape() {
  static const Shape shape = record("a page", head());
  return shape;
}

const Shape& guide_shape() {
  static const Shape shape = record("a guide", head() + Fields{order()});
  return shape;
}

const Shape& translation_shape() {
  static const Shape shape =
      record("a translation",
             {required("title", text(), "The title of the page."),
              required("summary", text(), "One sentence, for lists and for search engines."),
              optional("draft", flag(), "true: the translation is not published yet."),
              optional("label", text(), "Conditions: the name in the builder and in reasons."),
              optional("not_offered", text(), "Exercises: why it is in no routine."),
              optional("notes", by_term(Words::conditions, "a condition", text()),
                       "Exercises: the notes of its verdicts.")});
  return shape;
}

const Shape& vocabulary_shape() {
  static const Shape shape = record("the vocabulary", vocabularies(true));
  return shape;
}

const Shape& vocabulary_translation_shape() {
  static const Shape shape = record("the translated vocabulary", vocabularies(false));
  return shape;
}

const Shape& references_shape() {
  static const Shape shape = [] {
    Shape references = by_id(
        "", record("a reference",
                   {required("title", text(), "The title."),
                    required("grade", option({"A", "B", "C", "D"}, "a grade"), "How strong it is."),
                    optional("url", text(Shape::Form::url), "Its public address."),
                    optional("seen", text(Shape::Form::date), "When it was read, like 2026-11-21."),
                    optional("note", text(), "Such as: seen only through a copy.")}));
    references.form = Shape::Form::key;
    return references;
  }();
  return shape;
}

const Shape& dose_bands_shape() {
  static const Shape shape = record(
      "the dose bands",
      {required("stages",
                by_term(Words::stages, "a stage", by_term(Words::phases, "a phase", dose_band())),
                "What is usual at each stage, by phase.")});
  return shape;
}

const Shape& site_shape() {
  static const Shape shape = record(
      "the site's settings",
      {required("title", text(), "The name of the edition."),
       required("tagline", text(), "What it is, in a few words."),
       required("description", text(), "One or two sentences, for search engines."),
       required("language", text(Shape::Form::language), "The language of the texts, like en-GB."),
       optional("languages", list(text(Shape::Form::code)),
                "Other languages that the edition is translated into, like [es, de]."),
       required("author", text(), "Who publishes it."),
       optional("repository", text(Shape::Form::url), "Where the edition is edited."),
       optional("emergency_numbers", list(text(Shape::Form::telephone)),
                "What to call in an emergency where the readers live, in quotes: [\"112\"]."),
       optional("evidence", flag(), "false: no page of all claims with their sources."),
       required("base_url", text(Shape::Form::base_url),
                "Where it is published: https://example.org/path/."),
       optional("review_after_months", number(1, most_months),
                "When a review is old, which `unclench check` then says; 24 when not given."),
       optional("markdown", markdown_settings(), "How texts are read.")});
  return shape;
}

const std::vector<NamedShape>& all_shapes() {
  static const std::vector<NamedShape> shapes = {
      {"exercise", "content/exercises/*.md", exercise_shape},
      {"source", "content/sources/*.md", article_shape},
      {"routine", "content/routines/*.md", routine_shape},
      {"condition", "content/conditions/*.md", condition_shape},
      {"guide", "content/guides/*.md", guide_shape},
      {"page", "content/pages/*.md", page_shape},
      {"translation", "content/*/*.LANGUAGE.md", translation_shape},
      {"vocabulary", "content/vocabulary.yaml", vocabulary_shape},
      {"vocabulary-translation", "content/vocabulary.LANGUAGE.yaml", vocabulary_translation_shape},
      {"planner", "content/planner.yaml", planner_shape},
      {"explanations", "content/explanations.yaml", explanations_shape},
      {"references", "content/references.yaml", references_shape},
      {"dose-bands", "content/dose_bands.yaml", dose_bands_shape},
      {"figures", "content/figures.yaml", figures_shape},
      {"site", "site/site.yaml", site_shape}};
  return shapes;
}

}  // namespace unclench::content
