// Lists of exercises: the library, and a page for each term of the vocabulary.
#pragma once

#include "render/view.h"

namespace unclench::render {

// {count, groups: [{title, id, summary, exercises}], filters}: see cards.h.
void add_library_page(const Site& site, std::vector<PageJob>& jobs);

// Of postures, body parts and equipment: {parent, exercises} for a term, {items} for all of them.
void add_vocabulary_pages(const Site& site, std::vector<PageJob>& jobs);

}  // namespace unclench::render
