#include "base/problem.h"

namespace unclench {

const std::vector<ProblemText>& problem_texts() {
  static const std::vector<ProblemText> texts = {
      {Problem::unreadable, "unreadable", "A file or folder cannot be read",
       "The program may not read it, it is no regular file, or it vanished while the site was "
       "built. Check its permissions, or take it out of the folder."},
      {Problem::linked_folder, "linked-folder", "A link to a folder is not followed",
       "Links to folders could lead round in circles. Copy the folder to where the link stands."},
      {Problem::too_large, "too-large", "A text file is too large",
       "Texts may have up to 8 MB. Whatever is larger is no page that a person would read; move it "
       "out of the folder. So it is with a page that a template makes too large, by lists in "
       "lists."},
      {Problem::not_utf8, "not-utf8", "A text is not UTF-8",
       "Every text is read as UTF-8, and a NUL character is no text. Save the file as UTF-8 in "
       "your editor."},
      {Problem::stray_file, "stray-file", "A file has no place",
       "A file that nothing reads would be lost without a word. Content is Markdown in one of the "
       "known folders, data in data/, pictures in images/. A site has site.yaml, templates/, "
       "words/, theme/ and static/."},
      {Problem::bad_name, "bad-name", "A name cannot be an address",
       "The name of a file becomes part of an address, and so does the name that a heading gives "
       "itself: lower-case letters, digits and single hyphens between them. Pictures may have "
       "other letters, data files no dot before the ending, and every name is UTF-8."},
      {Problem::missing_file, "missing-file", "A file is missing",
       "The edition cannot do without this file."},
      {Problem::yaml_syntax, "yaml-syntax", "This is not valid YAML",
       "The front matter or the data file cannot be read as YAML. Its fields are checked when it "
       "is mended. Texts with a colon and a space in them need double quotes, and so do those that "
       "begin with a bracket, a brace or a quote."},
      {Problem::yaml_feature, "yaml-feature", "A part of YAML that is not supported",
       "Anchors, aliases, tags and a second document in one file are left out on purpose: they "
       "hide what a page says, and a few lines of them can grow beyond any memory."},
      {Problem::yaml_nesting, "yaml-nesting", "Nested too deeply",
       "Mappings and lists may stand up to 32 levels deep in each other."},
      {Problem::repeated_key, "repeated-key", "A key is given twice",
       "Only one of the two could count. Delete the other."},
      {Problem::no_front_matter, "no-front-matter", "The front matter is missing or does not end",
       "A Markdown file begins with its front matter between two lines of three hyphens."},
      {Problem::missing_field, "missing-field", "A required field is missing",
       "The mapping lacks a field that it needs. docs/content.md lists the fields, and so does "
       "`unclench schema`."},
      {Problem::unknown_field, "unknown-field", "A field is not known",
       "Fields that nothing reads are errors, so that a slip of the pen does not change a page "
       "without a word."},
      {Problem::wrong_type, "wrong-type", "A value has the wrong shape",
       "A text, a number, a list or a mapping is expected here. docs/content.md says which, and so "
       "does `unclench schema`."},
      {Problem::out_of_range, "out-of-range", "A number is out of range",
       "The value lies outside of what makes sense here."},
      {Problem::empty_value, "empty-value", "A value is empty",
       "The key is there, but it has no value. Write one, or take the key out if it is optional."},
      {Problem::unknown_word, "unknown-word", "A word is not in the vocabulary",
       "The words that exercises are written in stand in vocabulary.yaml; conditions, articles and "
       "exercises are named by their files, and pages in 'related' by folder and file."},
      {Problem::unknown_source, "unknown-source", "A source is not known",
       "Citations name keys of references.yaml or articles in sources/, and stand in texts as "
       "[@KEY] or [@KEY; @OTHER], in one line and outside of links, headings and descriptions of "
       "pictures. Add the source there first."},
      {Problem::repeated_item, "repeated-item", "A list names something twice",
       "Each item of this list may stand in it once."},
      {Problem::too_many, "too-many", "There are too many of these",
       "The planner works with up to 32 terms in a vocabulary and up to 32 conditions. Some lists "
       "have a length of their own, which the message names."},
      {Problem::bad_text, "bad-text", "A text has a form that it may not have",
       "Dates are written 2026-11-21. Addresses begin with https:// or http:// and have no spaces. "
       "Old addresses in 'aliases' begin with a slash, and end with one or with .html. Keys of "
       "references.yaml can stand in a citation. Telephone numbers have digits, spaces, + and "
       "hyphens. No text has a control character in it, and no heading is empty."},
      {Problem::missing_verdict, "missing-verdict", "A condition has no verdict",
       "Every exercise judges every condition: fine, care or avoid. There is no default, because "
       "an exercise that nobody has judged may not pass as safe."},
      {Problem::missing_section, "missing-section", "A section is missing or in the wrong place",
       "Each exercise page has the same five sections in the same order: What it is for, Steps, "
       "What you should feel, Common mistakes, Stop if. Each condition page has four: What it "
       "means, What usually eases it, What we change, When to ask first. Each stands there once, "
       "with a text."},
      {Problem::bad_dose, "bad-dose", "A dose that cannot be",
       "A dose needs a hold or a tempo, or it would take no time. An exercise that is not offered "
       "has no dose, and one that is offered has at least one."},
      {Problem::bad_relation, "bad-relation", "Two exercises cannot stand like this to each other",
       "An exercise cannot name itself, and what must come before it needs a smaller 'order'."},
      {Problem::unfinished_page, "unfinished-page", "A page leads to a draft",
       "Drafts are not published, so nothing that is published may lead to them. Publish the "
       "draft, or take the link out, or build with --drafts."},
      {Problem::no_source, "no-source", "An exercise does not say where it comes from",
       "Name the articles' entries in 'sources' or cite in 'references'."},
      {Problem::repeated_entry, "repeated-entry", "An id is used twice",
       "Ids of entries, references and articles are each used once, and so are names of data "
       "files."},
      {Problem::unknown_entry, "unknown-entry", "An article's entry does not exist",
       "A step of an article's routine names an entry that its exercise has for this article."},
      {Problem::planner_settings, "planner-settings", "The planner's numbers do not fit together",
       "docs/planner.md says what each number means and how they belong together."},
      {Problem::bad_request, "bad-request", "A routine that cannot be planned",
       "The request of a routine is answered when the site is made. It must be one that the "
       "planner "
       "understands, and there must be a routine that keeps every rule. `unclench plan` with the "
       "same answers says more."},
      {Problem::bad_figure, "bad-figure", "A figure that cannot be drawn",
       "Its poses name other poses by number, from 1, and only earlier ones; hands and feet reach "
       "what they touch. docs/figures.md shows every joint, and `unclench figure` what comes of "
       "it."},
      {Problem::raw_html, "raw-html", "Raw HTML is not allowed",
       "Markdown is safe by default. The setting 'raw_html: true' below 'markdown' in site.yaml "
       "allows HTML for the whole edition."},
      {Problem::bad_link, "bad-link", "A link that cannot work",
       "A link begins with a slash, with #, with https:, http:, mailto: or tel:, or it names a "
       "Markdown file."},
      {Problem::heading_level, "heading-level", "A first-level heading in a text",
       "The title of the page is its only first-level heading. Sections begin with ##."},
      {Problem::bad_block, "bad-block", "A block that is not known or not complete",
       "Blocks begin with ::: and a name and end with :::. docs/content.md lists them."},
      {Problem::bad_image, "bad-image", "A picture is missing or cannot be used",
       "Pictures stand in images/ beside the content or in the static folder of the site, as PNG, "
       "JPEG, GIF, WebP, AVIF or SVG. Each is what its ending says, needs a description in its "
       "square brackets, and comes from no other site. An SVG says how large it is."},
      {Problem::dangling_link, "dangling-link", "A link leads nowhere",
       "No page of the site has this address."},
      {Problem::dangling_anchor, "dangling-anchor", "A link leads to a section that is not there",
       "The page exists, but no heading in it has this anchor."},
      {Problem::repeated_id, "repeated-id", "An id stands twice in a page",
       "A link to it could mean either. Give one of the headings or elements another one. Nor may "
       "a change of position have the name of an exercise."},
      {Problem::repeated_address, "repeated-address", "Two pages have the same address",
       "Only one of them could be published. Rename one of the files, or take the alias out."},
      {Problem::template_syntax, "template-syntax", "A template cannot be read",
       "Every {{#section}} is closed in its own template, and every tag has a name."},
      {Problem::missing_template, "missing-template", "A template is missing",
       "The page or the other template asks for a template that is not in templates/."},
      {Problem::template_cycle, "template-cycle", "A template ends up in itself",
       "A partial uses itself, directly or through others, and would never end."},
      {Problem::unknown_value, "unknown-value", "A template asks for a value that does not exist",
       "No page that uses this template has a value of this name, or the value is a list or a "
       "group "
       "and no text. docs/generator.md lists the values."},
      {Problem::unknown_words, "unknown-words", "The interface's words do not fit",
       "Each language has one file of words with the same keys, and its texts have the same places "
       "for what is put in, such as {0}. Only the forms for numbers may be others."},
      {Problem::unknown_language, "unknown-language", "A language is not named in the settings",
       "site.yaml names the language of the edition and, in 'languages', the others."},
      {Problem::bad_translation, "bad-translation", "A translation does not fit its original",
       "A translation gives the texts of a page that exists in the edition's own language, and "
       "only its texts, in as many sections."},
      {Problem::bad_import, "bad-import", "A stylesheet imports what it cannot",
       "A stylesheet of the theme may begin with `@import \"NAME.css\";`, which puts another file "
       "of the theme in that place: once, without conditions, and not in a circle."},
      {Problem::dangling_url, "dangling-url", "A stylesheet names a file that is not there",
       "What stands in `url(…)` is a file of the theme, seen from the folder of the stylesheet, or "
       "one of static/, such as `../static/icon.svg`. Nothing comes from another site."},
      {Problem::not_built, "not-built", "A part of the site has not been built",
       "The scripts and the core are built by ./dev build."},
      {Problem::contradiction, "contradiction", "Two fields contradict each other",
       "A rest has a load of 0 or 1, and what has a load of 0 is a rest. Surfaces are those on "
       "which one can be in the posture. What is needed need not be said to help. One of the two "
       "fields is probably a slip.",
       Severity::warning},
      {Problem::unused_dose, "unused-dose", "A dose that no routine uses",
       "At this stage the exercise is never offered: its load is above the stage's 'maximum_load', "
       "or what it must follow is not offered then. Take the dose out, or change what stands in "
       "its way.",
       Severity::warning},
      {Problem::unusual_dose, "unusual-dose", "A dose outside of the usual band",
       "content/dose_bands.yaml says what is usual at each stage in each phase, with sources. The "
       "whole dose lies outside of it. Change the dose, or say in its 'note' why it is another.",
       Severity::warning},
      {Problem::unsourced_caution, "unsourced-caution", "Cautions have no source",
       "Verdicts of care or avoid with 'sources: []' are our cautious judgement. That is allowed, "
       "and a source is better. Only `unclench check --pedantic` counts them.",
       Severity::warning},
      {Problem::unreachable_exercise, "unreachable-exercise",
       "An exercise that no routine can have",
       "It is offered, but no request brings it into a routine: not with an hour, every surface, "
       "all equipment and no conditions. Mend what stands in its way, or say in 'not_offered' why "
       "it is in no routine.",
       Severity::warning},
      {Problem::no_opening_rest, "no-opening-rest", "A surface without a rest",
       "Routines open and close with a rest. Where none is offered on a surface, those who can be "
       "on no other one get a routine without. Offer a rest there at this stage.",
       Severity::warning},
      {Problem::one_sided_relation, "one-sided-relation", "A relation that is not answered",
       "An exercise that is harder than another has that other one in 'easier', and the other way "
       "round. Otherwise readers find the way in one direction only.",
       Severity::warning},
      {Problem::hard_to_read, "hard-to-read", "A page is hard to read",
       "The reading age is the Flesch-Kincaid grade and 5 years. It should be 11 at most: shorter "
       "sentences and shorter words. 'technical: true' is for pages that are written for "
       "professionals.",
       Severity::warning},
      {Problem::long_sentence, "long-sentence", "A long sentence",
       "Sentences of more than 25 words are hard to follow, most of all for someone in pain. Make "
       "two of it.",
       Severity::warning},
      {Problem::old_review, "old-review", "A review is old",
       "The page was reviewed longer ago than 'review_after_months' of site.yaml allows. Have it "
       "reviewed again and change 'reviewed'.",
       Severity::warning},
  };
  return texts;
}

std::string_view id_of(Problem problem) {
  return problem_texts()[static_cast<std::size_t>(problem)].id;
}

Severity severity_of(Problem problem) {
  return problem_texts()[static_cast<std::size_t>(problem)].severity;
}

const ProblemText* find_problem(std::string_view id) {
  for (const ProblemText& text : problem_texts())
    if (text.id == id) return &text;
  return nullptr;
}

}  // namespace unclench
