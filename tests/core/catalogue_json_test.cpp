#include "codec/catalogue_json.h"

#include <doctest/doctest.h>

#include "codec/answer.h"
#include "core/sample_catalogue.h"

using namespace unclench;
using namespace unclench::codec;
using namespace unclench::core;
using namespace unclench::test;

namespace {

using Pointer = Json::json_pointer;

// Written once: the tests damage copies of it.
const Json& sample() {
  static const Json json = Json::parse(encode_catalogue(sample_catalogue()));
  return json;
}

bool decodes(const Json& json) {
  return decode_catalogue(json.dump()).has_value();
}

// Every value in the tree, by its pointer.
void collect(const Json& json, const std::string& path, std::vector<std::string>& paths) {
  if (!path.empty()) paths.push_back(path);
  if (!json.is_structured()) return;
  for (const auto& [key, value] : json.items()) collect(value, path + "/" + key, paths);
}

std::vector<std::string> all_paths(const Json& json) {
  std::vector<std::string> paths;
  collect(json, "", paths);
  return paths;
}

bool without_decodes(const std::string& path) {
  Json json = sample();
  const Pointer pointer(path);
  json[pointer.parent_pointer()].erase(pointer.back());
  return decodes(json);
}

bool with_decodes(const std::string& path, const Json& value) {
  Json json = sample();
  json[Pointer(path)] = value;
  return decodes(json);
}

}  // namespace

TEST_CASE("a catalogue that was written and read again is written the same") {
  const std::string text = sample().dump();
  const std::optional<Catalogue> read = decode_catalogue(text);
  REQUIRE(read);
  CHECK(encode_catalogue(*read) == text);
}

TEST_CASE("a catalogue that was written and read again gives the same routines") {
  const Catalogue catalogue = sample_catalogue();
  const std::optional<Catalogue> read = decode_catalogue(sample().dump());
  REQUIRE(read);
  for (int minutes = 1; minutes <= 12; ++minutes) {
    RequestFields fields = sample_fields();
    fields.minutes = minutes;
    fields.conditions = {"dizziness"};
    CHECK(encode_routine(*read, plan_for(*read, fields)) ==
          encode_routine(catalogue, plan_for(catalogue, fields)));
  }
}

TEST_CASE("fields that the planner does not use are passed over") {
  CHECK(with_decodes("/articles", Json::array({1, 2})));
  CHECK(with_decodes("/exercises/0/url", "/exercises/back-rest/"));
  CHECK(with_decodes("/stages/0/description", "It aches."));
}

TEST_CASE("only the version that this program writes is read") {
  CHECK(sample()["version"] == catalogue_version);
  CHECK_FALSE(with_decodes("/version", catalogue_version + 1));
  CHECK_FALSE(with_decodes("/version", 0));
  CHECK_FALSE(with_decodes("/version", "1"));
}

TEST_CASE("what is not a catalogue is refused") {
  for (const char* text : {"", "null", "[]", "{}", "1", "\"catalogue\"", "{\"version\": 1}", "{"})
    CHECK_FALSE(decode_catalogue(text));
}

TEST_CASE("a text that ends early is refused, wherever it ends") {
  Catalogue small = sample_catalogue();
  small.movements.resize(2);
  const std::string text = encode_catalogue(small);
  for (std::size_t length = 0; length < text.size(); ++length) {
    CAPTURE(length);
    CHECK_FALSE(decode_catalogue(std::string_view(text).substr(0, length)));
  }
}

TEST_CASE("a missing field is refused, whichever it is") {
  int fields = 0;
  for (const std::string& path : all_paths(sample())) {
    const Pointer pointer(path);
    const Json& parent = sample()[pointer.parent_pointer()];
    const std::string owner =
        pointer.parent_pointer().empty() ? "" : pointer.parent_pointer().back();
    if (!parent.is_object() || owner == "targets" || owner == "dose") continue;  // any may be there
    if (path == "/explanations" || path == "/planner/preferences" || path == "/planner/progress" ||
        pointer.back() == "stay_first")
      continue;  // without them sentences are ids, answers count nothing, and no dose rises
    CAPTURE(path);
    CHECK_FALSE(without_decodes(path));
    ++fields;
  }
  CHECK(fields > 300);
}

TEST_CASE("a value of the wrong type is refused, wherever it stands") {
  for (const std::string& path : all_paths(sample())) {
    const Json& value = sample()[Pointer(path)];
    CAPTURE(path);
    CHECK_FALSE(with_decodes(path, nullptr));
    CHECK_FALSE(with_decodes(path, value.is_string() ? Json(7) : Json("seven")));
    if (value.is_number()) CHECK_FALSE(with_decodes(path, 1.5));
    if (value.is_structured()) CHECK_FALSE(with_decodes(path, true));
  }
}

TEST_CASE("an id that is not in its vocabulary is refused") {
  CHECK_FALSE(with_decodes("/exercises/0/phase", "sleep"));
  CHECK_FALSE(with_decodes("/exercises/0/posture", "upside-down"));
  CHECK_FALSE(with_decodes("/exercises/0/surfaces/0", "ceiling"));
  CHECK_FALSE(with_decodes("/exercises/7/needs_one_of/0", "trampoline"));
  CHECK_FALSE(with_decodes("/exercises/0/targets/elbow", 1));
  CHECK_FALSE(with_decodes("/exercises/0/direction", "up"));
  CHECK_FALSE(with_decodes("/exercises/0/dose/asleep", sample()["exercises"][0]["dose"]["sore"]));
  CHECK_FALSE(with_decodes("/exercises/0/conditions/disc/verdict", "perhaps"));
  CHECK_FALSE(with_decodes("/exercises/3/after/0", "somersault"));
  CHECK_FALSE(with_decodes("/exercises/4/parts/0", "somersault"));
}

TEST_CASE("what a movement follows must stand before it") {
  CHECK_FALSE(with_decodes("/exercises/3/after/0", "bridge"));
  CHECK_FALSE(with_decodes("/exercises/3/after/0", "double-hug"));
}

TEST_CASE("a movement may contain one that stands after it") {
  CHECK(with_decodes("/exercises/4/parts/0", "bridge"));
}

TEST_CASE("figures that make no sense are refused") {
  CHECK_FALSE(with_decodes("/exercises/0/sides", 0));
  CHECK_FALSE(with_decodes("/exercises/0/sides", 3));
  CHECK_FALSE(with_decodes("/exercises/0/dose/sore/hold", Json::array({20, 10})));
  CHECK_FALSE(with_decodes("/exercises/0/dose/sore/hold", Json::array({-1, 10})));
  CHECK_FALSE(with_decodes("/exercises/0/dose/sore/hold", Json::array({10})));
  CHECK_FALSE(with_decodes("/exercises/0/dose/sore/repetitions", Json::array({0, 3})));
  CHECK_FALSE(with_decodes("/exercises/0/dose/sore/sets", Json::array({0, 1})));
  CHECK_FALSE(with_decodes("/exercises/0/tempo", 1000000000));
  CHECK_FALSE(with_decodes("/exercises/0/tempo", 99999999999999));
  CHECK_FALSE(with_decodes("/planner/progress/caution_limit", 2));
  CHECK_FALSE(with_decodes("/planner/progress/go_limit", 6));
  CHECK_FALSE(with_decodes("/planner/progress/level_days", 0));
  CHECK_FALSE(with_decodes("/planner/progress/flare_days", 366));
  CHECK_FALSE(with_decodes("/planner/progress/stages/0", "asleep"));
}

TEST_CASE("negative figures are refused, also when they are written as huge ones") {
  for (const char* path :
       {"/exercises/0/tempo", "/exercises/0/load", "/exercises/0/targets/lower-back",
        "/exercises/0/dose/sore/rest", "/planner/switch_sides", "/planner/dose_units/0",
        "/planner/coverage/0/units", "/planner/stages/0/get_ready",
        "/planner/progress/level_sessions", "/planner/changes/0/1/seconds"}) {
    CAPTURE(std::string(path));
    CHECK_FALSE(with_decodes(path, -1));
    CHECK_FALSE(with_decodes(path, UINT64_MAX));
  }
}

TEST_CASE("two movements or two words of one kind may not share an id") {
  CHECK_FALSE(with_decodes("/exercises/1/id", "back-rest"));
  CHECK_FALSE(with_decodes("/equipment/1/id", "chair"));
}

TEST_CASE("lists of the wrong length are refused") {
  for (const char* path : {"/planner/dose_units/3", "/planner/stages/0/need/0",
                           "/planner/stages/0/fit/0", "/planner/stages/1", "/planner/changes/0",
                           "/planner/changes/0/0", "/stages/0", "/postures/3"}) {
    CAPTURE(std::string(path));
    Json json = sample();
    const Pointer pointer(path);
    json[pointer.parent_pointer()].erase(static_cast<std::size_t>(std::stoi(pointer.back())));
    CHECK_FALSE(decodes(json));
  }
}

TEST_CASE("a vocabulary has at least one term and at most 32") {
  CHECK_FALSE(with_decodes("/surfaces", Json::array()));
  Json json = sample();
  for (int i = 2; i < 32; ++i) {
    const std::string id = "thing-" + std::to_string(i);
    json["equipment"].push_back({{"id", id}, {"label", id}, {"noun", id}});
  }
  CHECK(decodes(json));
  json["equipment"].push_back({{"id", "one-more"}, {"label", ""}, {"noun", ""}});
  CHECK_FALSE(decodes(json));
}

TEST_CASE("directions and verdicts have the names of the files") {
  CHECK(std::string(direction_id(Direction::flexion)) == "flexion");
  CHECK(std::string(direction_id(Direction::neutral)) == "neutral");
  CHECK(std::string(verdict_id(Verdict::avoid)) == "avoid");
}
