// The mathematics of bodies.
#include <doctest/doctest.h>

#include <cmath>

#include "figure/motion.h"

namespace unclench::figure::tests {
namespace {

void check_near(Vec3 a, Vec3 b, double within = 1e-9) {
  CAPTURE(a.x);
  CAPTURE(a.y);
  CAPTURE(a.z);
  CHECK(length(a - b) < within);
}

void check_is_frame(const Frame& frame) {
  CHECK(length(frame.x) == doctest::Approx(1));
  CHECK(std::fabs(dot(frame.x, frame.y)) < 1e-9);
  check_near(cross(frame.x, frame.y), frame.z);
}

Movement movement_of(std::vector<Pose> poses) {
  Movement movement;
  movement.id = "test";
  movement.title = "Test";
  movement.poses = std::move(poses);
  return movement;
}

}  // namespace

TEST_CASE("angles agree with the library of C") {
  for (int tenth = -7200; tenth <= 7200; tenth += 7) {
    const double degrees = tenth / 10.0, radians = degrees * pi / 180;
    CHECK(std::fabs(sine(degrees) - std::sin(radians)) < 1e-13);
    CHECK(std::fabs(cosine(degrees) - std::cos(radians)) < 1e-13);
    CHECK(std::fabs(arc_tangent(sine(degrees), cosine(degrees)) -
                    std::atan2(std::sin(radians), std::cos(radians)) * 180 / pi) < 1e-9);
  }
  CHECK(sine(90) == 1);
  CHECK(cosine(180) == -1);
  CHECK(arc_cosine(2) == 0);
  CHECK(arc_tangent(0, -1) == 180);
}

TEST_CASE("halves are rounded up, also below zero") {
  CHECK(nearest(1.5) == 2);
  CHECK(nearest(-1.5) == -1);
  CHECK(nearest(-1.6) == -2);
}

TEST_CASE("a frame between two is on the shortest way") {
  const Frame from = about_z(10), to = about_z(50);
  CHECK(turn_between(from, slerp(from, to, .25)) == doctest::Approx(10));
  check_near(slerp(from, to, 1).x, to.x);
  check_near(slerp(from, from, .5).x, from.x);
  check_is_frame(slerp(about_x(80), about_y(-120), .3));
}

TEST_CASE("a standing body faces right, with its right side near") {
  const Body body = body_of(Angles(), root_of(Angles()));
  CHECK(body.head.y > 60);
  CHECK(body.leg[0].root.z > 0);
  check_near(body.leg[0].tip - body.leg[0].root, {0, -82, 0});
  Angles angles;
  angles.set(Joint::knee_flexion, 90);
  const Body bent = body_of(angles, root_of(angles));
  check_near(bent.leg[0].tip - bent.leg[0].mid, {-40, 0, 0});
  angles.set(Joint::hip_flexion, 90);
  const Body seated = body_of(angles, root_of(angles));
  check_near(seated.leg[1].mid - seated.leg[1].root, {42, 0, 0});
}

TEST_CASE("positive angles go where the table says") {
  const auto moved = [](Joint joint, double value) {
    Angles angles;
    angles.set(joint, value);
    return body_of(angles, root_of(angles));
  };
  CHECK(moved(Joint::pitch, 30).head.x > 20);
  CHECK(moved(Joint::lumbar_flexion, 30).head.x > 10);
  CHECK(moved(Joint::lumbar_bend, 20).head.z > 5);
  CHECK(moved(Joint::neck_rotation, 40).head_frame.x.z > .5);
  CHECK(moved(Joint::yaw, 40).head_frame.x.z > .5);
  CHECK(moved(Joint::hip_abduction, 30).leg[1].tip.z < -30);
  CHECK(moved(Joint::hip_rotation, 30).leg[0].end.x.z < -.4);
  CHECK(moved(Joint::ankle_dorsiflexion, 20).leg[0].end.x.y > .3);
  CHECK(moved(Joint::shoulder_flexion, 90).arm[0].tip.x > 40);
  CHECK(moved(Joint::shoulder_abduction, 90).arm[0].tip.z > 50);
  CHECK(moved(Joint::elbow_flexion, 90).arm[0].tip.x > 20);
}

TEST_CASE("two bones reach a target with the joint on the side of the hint") {
  const Reached reached = reach_target({0, 0, 0}, {30, 0, 0}, 29, 25, {15, 10, 0});
  check_near(reached.tip, {30, 0, 0});
  CHECK(reached.missing == 0);
  CHECK(length(reached.mid) == doctest::Approx(29));
  CHECK(length(reached.tip - reached.mid) == doctest::Approx(25));
  CHECK(reached.mid.y > 0);
}

TEST_CASE("a target out of reach is missed by what is missing") {
  const Reached far = reach_target({0, 0, 0}, {0, 60, 0}, 29, 25, {1, 0, 0});
  CHECK(far.missing == doctest::Approx(6.05));
  check_near(far.tip, {0, 53.95, 0}, 1e-6);
  CHECK(reach_target({0, 0, 0}, {1, 0, 0}, 29, 25, {0, 1, 0}).missing == doctest::Approx(3.5));
}

TEST_CASE("an elbow below the floor is swivelled just above it") {
  const Vec3 root{0, 10, 0}, mid{15, -8, 3}, tip{30, 6, 0};
  const Vec3 above = swivelled_above(root, mid, tip, 4);
  CHECK(above.y == doctest::Approx(4));
  CHECK(length(above - root) == doctest::Approx(length(mid - root)));
  CHECK(length(above - tip) == doctest::Approx(length(mid - tip)));
  check_near(swivelled_above(root, {15, 20, 0}, tip, 4), {15, 20, 0});
}

TEST_CASE("the lowest flesh is on the floor, and lift raises the trunk above it") {
  Pose pose;
  CHECK(lowest(leg_flesh(Motion(movement_of({pose})).poses()[0].leg[0])) == doctest::Approx(0));
  pose.angles.set(Joint::lift, 45);  // what hangs from it does not count, as on a seat
  CHECK(lowest(pelvis_flesh(Motion(movement_of({pose})).poses()[0])) == doctest::Approx(45));
}

TEST_CASE("a limb at rest lies on the floor") {
  Pose pose;
  pose.angles.set(Joint::pitch, -90);
  pose.angles.set(Joint::hip_flexion, 20);
  for (Side side : sides) pose.contacts.leg[at(side)].kind = Contact::Kind::rest;
  const Body body = Motion(movement_of({pose})).poses()[0];
  Chain leg = leg_flesh(body.leg[0]);
  leg.erase(leg.begin());
  CHECK(lowest(leg) == doctest::Approx(0).epsilon(.001));
}

TEST_CASE("a foot that stays is in its place while the hips rise") {
  Pose lying;
  lying.angles.set(Joint::pitch, -90);
  lying.angles.set(Joint::hip_flexion, 52);
  lying.angles.set(Joint::knee_flexion, 98);
  for (Side side : sides) lying.contacts.leg[at(side)].kind = Contact::Kind::floor;
  Pose lifted = lying;
  lifted.angles.set(Joint::pitch, -112);
  for (Side side : sides) lifted.contacts.leg[at(side)].kind = Contact::Kind::stay;
  const Movement movement = movement_of({lying, lifted});
  const Motion motion(movement);
  for (const Body& body : motion.stretches()[0].bodies)
    check_near(body.leg[0].tip, motion.poses()[0].leg[0].tip, 1e-6);
}

TEST_CASE("a pose mirrored twice is the same") {
  Pose pose;
  pose.angles.set(Joint::roll, 20);
  pose.angles.set(Joint::hip_flexion, Side::left, 50);
  pose.contacts.arm[0] = {Contact::Kind::body, "", {}, {}, 0, {Place::knee, Side::right}};
  const Pose once = mirrored(pose), twice = mirrored(once);
  CHECK(once.angles[Joint::roll] == -20);
  CHECK(once.angles.get(Joint::hip_flexion, Side::right) == 50);
  CHECK(once.contacts.arm[1].spot.side == Side::left);
  CHECK(twice.contacts.arm[0] == pose.contacts.arm[0]);
  CHECK(twice.angles.get(Joint::hip_flexion, Side::left) == 50);
}

TEST_CASE("poses follow each other there and back, each with its hold") {
  Pose a, b, c;
  b.angles.set(Joint::pitch, 10);
  c.angles.set(Joint::pitch, 20);
  c.hold = 2;
  c.move = .5;
  const Movement movement = movement_of({a, b, c});
  const Motion motion(movement);
  CHECK(motion.sequence() == std::vector<int>{0, 1, 2, 1});
  CHECK(motion.stretches().size() == 2);
  CHECK(motion.transitions().size() == 4);
  CHECK(motion.transitions()[2].start == doctest::Approx(1 + 1.8 + 1 + .5 + 2));
  CHECK_FALSE(motion.transitions()[2].forward);
}

}  // namespace unclench::figure::tests
