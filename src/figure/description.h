// Alternative text: what a figure shows, found from its poses.
#pragma once

#include <string>

#include "figure/motion.h"

namespace unclench::figure {

// The posture of a solved pose: "lying on the back, knees bent".
std::string posture_of(const Pose& pose, const Body& body);

// What is different in the second pose, and where it went: "the hips lift". Empty when nothing is.
std::string change_between(const Pose& from, const Body& from_body, const Pose& to,
                           const Body& to_body);

// The posture, then the changes from still to still, in sentences.
std::string describe(const Motion& motion);

}  // namespace unclench::figure
