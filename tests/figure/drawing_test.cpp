// The finished drawings: their sizes, their bytes, and what stands in them.
#include "figure/drawing.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <chrono>
#include <set>
#include <thread>

#include "figure/shipped.h"
#include "figure/svg_text.h"

namespace unclench::figure::tests {
namespace {

// Bytes that a server sends: gzip, as small as it gets.
std::size_t compressed_size(const std::string& text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) ==
          Z_OK);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  const std::size_t size = stream.total_out;
  deflateEnd(&stream);
  return size;
}

// FNV-1a.
std::uint64_t hash_of_bytes(const std::string& text) {
  std::uint64_t hash = 14695981039346656037u;
  for (unsigned char c : text) hash = (hash ^ c) * 1099511628211u;
  return hash;
}

std::set<std::string> ids_in(const std::string& svg) {
  std::set<std::string> ids;
  for (std::size_t at = svg.find(" id=\""); at != std::string::npos; at = svg.find(" id=\"", at)) {
    at += 5;
    CHECK(ids.insert(svg.substr(at, svg.find('"', at) - at)).second);
  }
  return ids;
}

// A movement that uses most of what there is, and that no author changes.
Movement sample() {
  Pose lying;
  lying.angles.set(Joint::pitch, -90);
  lying.angles.set(Joint::hip_flexion, 52);
  lying.angles.set(Joint::knee_flexion, 98);
  lying.angles.set(Joint::shoulder_abduction, 32);
  for (Side side : sides) {
    lying.contacts.leg[at(side)].kind = Contact::Kind::floor;
    lying.contacts.arm[at(side)].kind = Contact::Kind::rest;
  }
  lying.contacts.head.kind = Contact::Kind::floor;
  Pose drawn = lying;
  drawn.angles.set(Joint::hip_flexion, Side::right, 125);
  drawn.angles.set(Joint::knee_flexion, Side::right, 128);
  drawn.angles.set(Joint::roll, 12);
  drawn.contacts.leg[0].kind = Contact::Kind::free;
  drawn.contacts.leg[1].kind = Contact::Kind::stay;
  Movement movement;
  movement.id = "sample";
  movement.title = "Knees & \"hips\" <up>";
  movement.poses = {lying, drawn};
  movement.target = Target::lower_back;
  movement.camera = {20, 25};
  movement.pin = {Place::T8, Side::right};
  Arrow arrow;
  arrow.spot = {Place::knee, Side::right};
  movement.arrows = {arrow};
  return movement;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("drawings are small") {
  for_each_shipped([](const Movement& movement) {
    for (const bool mirrored : {false, true}) {
      CAPTURE(movement.id);
      Options options;
      options.mirrored = mirrored;
      const Drawing drawing = draw(movement, options);
      CHECK(compressed_size(drawing.animated) <= 4000);
      CHECK(compressed_size(drawing.still) <= 3200);
      CHECK(compressed_size(drawing.thumbnail) <= 1600);
    }
  });
}

TEST_CASE("the same movement gives the same bytes, also from several threads") {
  const Movement movement = sample();
  const Drawing once = draw(movement, {});
  std::vector<Drawing> drawings(4);
  std::vector<std::thread> threads;
  for (Drawing& drawing : drawings) threads.emplace_back([&] { drawing = draw(movement, {}); });
  for (std::thread& thread : threads) thread.join();
  for (const Drawing& drawing : drawings) {
    CHECK(drawing.animated == once.animated);
    CHECK(drawing.still == once.still);
    CHECK(drawing.thumbnail == once.thumbnail);
  }
}

// A change of the drawing changes these; another compiler, machine or library does not.
TEST_CASE("the bytes do not depend on the compiler") {
  const Drawing drawing = draw(sample(), {});
  CHECK(hash_of_bytes(drawing.animated) == 17405673139022340039u);
  CHECK(hash_of_bytes(drawing.still) == 4670190512640994106u);
  CHECK(hash_of_bytes(drawing.thumbnail) == 2277318561352574856u);
}

TEST_CASE("ids begin with the movement's id, and those of its drawings differ") {
  Options mirrored;
  mirrored.mirrored = true;
  const Drawing left = draw(sample(), {}), right = draw(sample(), mirrored);
  std::set<std::string> all;
  std::size_t count = 0;
  for (const std::string* svg : {&left.animated, &left.still, &left.thumbnail, &right.animated,
                                 &right.still, &right.thumbnail})
    for (const std::string& id : ids_in(*svg)) {
      CHECK(id.rfind("sample", 0) == 0);
      all.insert(id);
      ++count;
    }
  CHECK(all.size() == count);
}

TEST_CASE("a drawing has a title and a description, escaped") {
  const Drawing drawing = draw(sample(), {});
  CHECK(holds(drawing.animated,
              "<title id=\"sample-t\">Knees &amp; &quot;hips&quot; &lt;up></title>"));
  CHECK(holds(drawing.still, "<desc id=\"sample-still-d\">" + drawing.description + "</desc>"));
  CHECK(holds(drawing.animated, "role=\"img\" aria-labelledby=\"sample-t sample-d\""));
}

TEST_CASE("a drawing without style has no rules, and dark ones have dark colours") {
  Options options;
  options.style = false;
  CHECK_FALSE(holds(draw(sample(), options).animated, "<style>"));
  CHECK(holds(draw(sample(), {}).animated, "prefers-reduced-motion"));
  options.dark = true;
  const std::string dark = draw(sample(), options).still;
  CHECK(holds(dark, "#1c2326"));
  CHECK_FALSE(holds(dark, "#f3f6f5"));
}

TEST_CASE("no drawing has a script or asks for anything") {
  for_each_shipped([](const Movement& movement) {
    const Drawing drawing = draw(movement, {});
    for (const std::string* svg : {&drawing.animated, &drawing.still, &drawing.thumbnail}) {
      CHECK_FALSE(holds(*svg, "<script"));
      CHECK_FALSE(holds(*svg, "style=\""));
      CHECK_FALSE(holds(*svg, "url("));
    }
  });
}

TEST_CASE("frames between two poses can be drawn, and those beyond the last are the last") {
  CHECK(draw_frame(sample(), 0, {}) != draw_frame(sample(), .5, {}));
  CHECK(draw_frame(sample(), 1, {}) == draw_frame(sample(), 7, {}));
}

TEST_CASE("a movement of one pose is drawn once") {
  Movement movement = sample();
  movement.poses.pop_back();
  movement.arrows.clear();
  const Drawing drawing = draw(movement, {});
  CHECK(drawing.panels == 1);
  CHECK_FALSE(holds(drawing.animated, "<animate"));
}

TEST_CASE("numbers are written with what they need") {
  CHECK(decimal(1.25, 1) == "1.3");
  CHECK(decimal(-.04, 1) == "0");
  CHECK(decimal(-2.5, 2) == "-2.5");
  CHECK(decimal(.25, 2, false) == ".25");
  CHECK(decimal(0, 2, false) == "0");
  CHECK(decimal(12, 0) == "12");
  CHECK(decimal(1.05, 2) == "1.05");
}

TEST_CASE("the text for those who cannot see says posture, movement and side") {
  Options mirrored;
  mirrored.mirrored = true;
  CHECK(draw(sample(), {}).description ==
        "A person is lying on the back, both knees bent. The right knee comes towards the chest.");
  CHECK(draw(sample(), mirrored).description ==
        "A person is lying on the back, both knees bent. The left knee comes towards the chest.");
  Movement movement = sample();
  movement.description = "In other words.";
  CHECK(draw(movement, {}).description == "In other words.");
}

}  // namespace unclench::figure::tests
