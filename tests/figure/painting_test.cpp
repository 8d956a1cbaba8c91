// What of a body is painted, by where it is seen from.
#include <doctest/doctest.h>

#include <algorithm>

#include "figure/head.h"
#include "figure/parts.h"

namespace unclench::figure::tests {
namespace {

Body standing() {
  return body_of({}, root_of({}));
}

// On a chair, hands in the lap.
Movement sitting(double azimuth) {
  Pose pose;
  pose.angles.set(Joint::hip_flexion, 88);
  pose.angles.set(Joint::knee_flexion, 88);
  pose.angles.set(Joint::lift, 43);
  Movement movement;
  movement.poses = {pose};
  movement.camera = {azimuth, 15};
  return movement;
}

bool paints(const Movement& movement, Part part) {
  const Motion motion(movement);
  const View view(movement.camera);
  const Painting painting = painting_of(motion, view);
  return std::any_of(painting.groups.begin(), painting.groups.end(), [&](const Group& group) {
    return std::any_of(group.begin(), group.end(),
                       [&](const Painted& painted) { return painted.part == part; });
  });
}

}  // namespace

TEST_CASE("an ear shows on the side of the head that is seen, and eyes in the face") {
  const Body body = standing();
  const View from_right({0, 9}), from_front({90, 9}), from_left({180, 9}), from_behind({270, 9});
  CHECK(ear_openness(body, from_right, Side::right) == 1);
  CHECK(ear_openness(body, from_right, Side::left) == 0);
  CHECK(ear_openness(body, from_left, Side::right) == 0);
  CHECK(ear_openness(body, from_left, Side::left) == 1);
  for (Side side : sides) {
    CHECK(ear_openness(body, from_front, side) == 0);
    CHECK(eye_openness(body, from_front, side) == 1);
    CHECK(eye_openness(body, from_behind, side) == 0);
  }
}

TEST_CASE("hair stays on the head, whatever the view") {
  const Body body = standing();
  for (int azimuth = 0; azimuth < 360; azimuth += 7)
    for (int elevation = -85; elevation <= 90; elevation += 7) {
      CAPTURE(azimuth);
      CAPTURE(elevation);
      const View view({static_cast<double>(azimuth), static_cast<double>(elevation)});
      const Polygon hair = hair_outline(body, view);
      CHECK(hair.size() == 16);
      for (const Vec2& p : hair) CHECK(length(p - view(body.head)) < 14);
    }
}

TEST_CASE("thighs that come towards the viewer make a lap") {
  CHECK(paints(sitting(60), Part::lap_right));
  CHECK_FALSE(paints(sitting(0), Part::lap_right));
  CHECK_FALSE(paints(sitting(250), Part::lap_right));
}

}  // namespace unclench::figure::tests
