// The words of another language beside those of the edition's own.
#pragma once

#include "base/diagnostic.h"
#include "render/template.h"

namespace unclench::render {

// Reports what does not fit in a translation: words that are missing and that no template and no
// phrase asks for, which are the language's name and those for scripts; keys that the edition's own
// words do not have; texts in which other things are put in than in the original, {0} or {{tags}}.
// Which forms for numbers there are is for the language to say, but "other" must be there.
void check_translated_words(const WordList& own, const WordList& translation,
                            Diagnostics& diagnostics);

}  // namespace unclench::render
