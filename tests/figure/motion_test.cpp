// What holds in every frame of every figure that is shipped.
#include "figure/motion.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "figure/shipped.h"

namespace unclench::figure::tests {
namespace {

constexpr double one_percent = stature / 100;  // of the body's height, in cm
constexpr double largest_step = 12;            // cm of a joint from one frame to the next

template <typename Use>
void for_each_frame(const Motion& motion, Use use) {
  for (const Stretch& stretch : motion.stretches())
    for (const Body& body : stretch.bodies) use(body);
}

std::vector<const Limb*> limbs_of(const Body& body) {
  return {&body.arm[0], &body.arm[1], &body.leg[0], &body.leg[1]};
}

double lowest_of(const Limb& limb, bool leg) {
  return lowest(leg ? leg_flesh(limb) : arm_flesh(limb, 0));
}

// The floor for legs is the ground beside a bed.
double ground_of(const Movement& movement) {
  for (const Prop& prop : movement.props)
    if (prop.kind == Prop::Kind::bed && prop.height) return -*prop.height;
  return 0;
}

double knee_angle(const Limb& leg) {
  const Vec3 x = inverse(leg.upper) * leg.lower.x;
  return arc_tangent(-x.y, x.x);
}

double elbow_angle(const Limb& arm) {
  const Vec3 x = inverse(arm.upper) * arm.lower.x;
  return arc_tangent(x.y, x.x);
}

// Flexion and abduction of a hip, from the direction of the thigh in the pelvis.
Vec2 hip_angles(const Body& body, Side side) {
  const Vec3 y = inverse(body.pelvis_frame) * body.leg[at(side)].upper.y;
  return {arc_tangent(-y.x, y.y), -sign_of(side) * arc_sine(y.z)};
}

void check_range(Joint joint, double value) {
  constexpr double rounding = 2;  // degrees that a contact may add
  const JointRange& range = range_of(joint);
  CAPTURE(range.name);
  CHECK(value > range.low - rounding);
  CHECK(value < range.high + rounding);
}

}  // namespace

TEST_CASE("bones keep their lengths in every frame") {
  for_each_shipped([](const Movement& movement) {
    CAPTURE(movement.id);
    for_each_frame(Motion(movement), [](const Body& body) {
      for (const Limb* limb : limbs_of(body)) {
        CHECK(length(limb->mid - limb->root) == doctest::Approx(limb->upper_length).epsilon(.002));
        CHECK(length(limb->tip - limb->mid) == doctest::Approx(limb->lower_length).epsilon(.002));
      }
    });
  });
}

TEST_CASE("nothing sinks into the floor") {
  for_each_shipped([](const Movement& movement) {
    CAPTURE(movement.id);
    const double ground = ground_of(movement);
    for_each_frame(Motion(movement), [&](const Body& body) {
      CHECK(lowest(trunk_flesh(body)) > -one_percent);
      CHECK(lowest(pelvis_flesh(body)) > -one_percent);
      CHECK(lowest_of_head(body) > -one_percent);
      for (Side side : sides) {
        CHECK(lowest_of(body.arm[at(side)], false) > ground - one_percent);
        CHECK(lowest_of(body.leg[at(side)], true) > ground - one_percent);
      }
    });
  });
}

TEST_CASE("a hand or foot that is on the floor at both ends of a movement does not slide") {
  for_each_shipped([](const Movement& movement) {
    CAPTURE(movement.id);
    const Motion motion(movement);
    for (const Stretch& stretch : motion.stretches()) {
      const Body &first = stretch.bodies.front(), &last = stretch.bodies.back();
      for (std::size_t i = 0; i < 4; ++i) {
        const Limb &from = *limbs_of(first)[i], &to = *limbs_of(last)[i];
        const bool leg = i > 1;
        const bool planted = length(from.tip - to.tip) < one_percent && lowest_of(from, leg) < 1 &&
                             lowest_of(to, leg) < 1;
        if (!planted) continue;
        CAPTURE(stretch.from);
        CAPTURE(i);
        for (const Body& body : stretch.bodies)
          CHECK(length(limbs_of(body)[i]->tip - from.tip) < one_percent);
      }
    }
  });
}

TEST_CASE("joints stay in their ranges, also where a contact bends them") {
  for_each_shipped([](const Movement& movement) {
    CAPTURE(movement.id);
    for_each_frame(Motion(movement), [](const Body& body) {
      for (Side side : sides) {
        check_range(Joint::knee_flexion, knee_angle(body.leg[at(side)]));
        check_range(Joint::elbow_flexion, elbow_angle(body.arm[at(side)]));
        check_range(Joint::hip_flexion, hip_angles(body, side).x);
        check_range(Joint::hip_abduction, hip_angles(body, side).y);
      }
    });
  });
}

TEST_CASE("movements have no jumps") {
  for_each_shipped([](const Movement& movement) {
    CAPTURE(movement.id);
    const Motion motion(movement);
    for (const Stretch& stretch : motion.stretches())
      for (std::size_t m = 1; m < stretch.bodies.size(); ++m) {
        const Body &before = stretch.bodies[m - 1], &now = stretch.bodies[m];
        CAPTURE(stretch.from);
        CAPTURE(m);
        CHECK(length(now.head - before.head) < largest_step);
        for (std::size_t i = 0; i < 4; ++i) {
          CAPTURE(i);
          CHECK(length(limbs_of(now)[i]->mid - limbs_of(before)[i]->mid) < largest_step);
          CHECK(length(limbs_of(now)[i]->tip - limbs_of(before)[i]->tip) < largest_step);
        }
      }
  });
}

TEST_CASE("every hand and foot reaches what it touches") {
  for_each_shipped([](const Movement& movement) {
    CAPTURE(movement.id);
    CHECK(Motion(movement).misses().empty());
  });
}

}  // namespace unclench::figure::tests
