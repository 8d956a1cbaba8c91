// Cards of exercises, and what a list of them is filtered by.
#pragma once

#include "render/view.h"

namespace unclench::render {

// {title, url, summary, thumbnail, animated, posture, surfaces, phase, targets, needs, avoid, care,
//  load, words}: ids, with spaces between them where there may be several; those of `needs`, of
// which one will do, with `|`. `words` are other names.
Value card_of(const Site& site, const content::Exercise& exercise);

// [{id, label, all, options: [{id, label, url, count}]}]: position, surface, phase, target,
// equipment, condition and effort. `url` is the page of the term; empty where there is none.
// `count` is the number of exercises that the option alone leaves. Terms that leave none are left
// out.
Value library_filters(const Site& site);

}  // namespace unclench::render
