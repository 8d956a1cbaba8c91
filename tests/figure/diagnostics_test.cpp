// What authors are told about a figure that is wrong.
#include <doctest/doctest.h>

#include "base/diagnostic_format.h"
#include "content/figure.h"
#include "content/shapes.h"

namespace unclench::content {
namespace {

constexpr const char* bases =
    "bases:\n"
    "  standing: { elbow_flexion: 10 }\n"
    "  supine: { pitch: -90, contacts: { head: floor } }\n";

// What is said about the figure, as it is printed.
std::string problems(const std::string& figure) {
  Diagnostics diagnostics;
  const Figures figures = read_figures(
      parse_yaml_document("figures.yaml", Bytes(std::string(bases)), diagnostics), diagnostics);
  const SourceFile file{"a.md", figure};
  const Terms terms;
  const YamlNode root = parse_yaml(file, file.text, 1, diagnostics);
  const YamlNode& node = root.entries[0].value;
  check_shape(file, node, figure_of_exercise(), "figure", terms, diagnostics);
  read_figure(file, node, "a", "A", figures, diagnostics);
  return format_diagnostics(diagnostics, DiagnosticFormat::text, false);
}

const std::string standing = "figure:\n  poses:\n    - { base: standing }\n";

}  // namespace

TEST_CASE("a sound figure has no problems") {
  CHECK(problems(standing) == "0 errors\n");
}

TEST_CASE("an unknown joint is reported with the nearest one") {
  CHECK(problems("figure:\n  poses:\n    - { base: standing, hip_flexon: 20 }\n") ==
        R"(a.md:3:25: error: 'hip_flexon' is not a field of a pose [unknown-field]
      - { base: standing, hip_flexon: 20 }
                          ^~~~~~~~~~
  help: did you mean 'hip_flexion'?
1 error
)");
}

TEST_CASE("an unknown base is reported with the nearest one") {
  CHECK(problems("figure:\n  poses:\n    - { base: standng }\n") ==
        R"(a.md:3:15: error: 'standng' is not a base of figures.yaml [unknown-word]
      - { base: standng }
                ^~~~~~~
  help: did you mean 'standing'?
1 error
)");
}

TEST_CASE("an angle that the joint does not allow is reported with its range") {
  CHECK(problems("figure:\n  poses:\n    - { base: standing, knee_flexion: 170 }\n") ==
        R"(a.md:3:39: error: 'knee_flexion' must be a number from 0 to 160 degrees [out-of-range]
      - { base: standing, knee_flexion: 170 }
                                        ^~~
1 error
)");
}

TEST_CASE("an angle that is no number is reported") {
  CHECK(problems("figure:\n  poses:\n    - { base: standing, knee_flexion_left: bent }\n") ==
        R"(a.md:3:44: error: 'knee_flexion_left' must be a number from 0 to 160 degrees [wrong-type]
      - { base: standing, knee_flexion_left: bent }
                                             ^~~~
1 error
)");
}

TEST_CASE("a hand that cannot reach is reported with what is missing") {
  CHECK(problems("figure:\n  poses:\n"
                 "    - { base: standing, contacts: { hand_right: shin_right } }\n") ==
        R"(a.md:3:49: error: in pose 1 the right hand misses its contact by 48 cm [bad-figure]
      - { base: standing, contacts: { hand_right: shin_right } }
                                                  ^~~~~~~~~~
  help: bend the body towards it, or move the contact
1 error
)");
}

TEST_CASE("numbers of poses must name earlier ones") {
  CHECK(problems("figure:\n  poses:\n    - { like: 1 }\n    - { mirror: 3 }\n") ==
        R"(a.md:3:15: error: 'like' must be the number of an earlier pose [bad-figure]
      - { like: 1 }
                ^
  help: the first pose has none before it
a.md:4:17: error: 'mirror' must be the number of an earlier pose [bad-figure]
      - { mirror: 3 }
                  ^
  help: only pose 1 stands before this one
2 errors
)");
}

TEST_CASE("the sequence names poses that are there, and none follows itself") {
  CHECK(problems("figure:\n  sequence: [1, 2, 2]\n  still: [3]\n  poses:\n"
                 "    - { base: standing }\n    - { like: 1, pitch: 10 }\n") ==
        R"(a.md:2:20: error: in 'sequence' pose 2 follows itself [bad-figure]
    sequence: [1, 2, 2]
                     ^
  help: the sequence is a circle; 'hold' says how long a pose is kept
a.md:3:11: error: 'still' names pose 3, which is not there [bad-figure]
    still: [3]
            ^
  help: there are 2 poses
2 errors
)");
}

TEST_CASE("a pose begins with one thing") {
  CHECK(
      problems("figure:\n  poses:\n    - { base: standing }\n    - { base: supine, like: 1 }\n") ==
      R"(a.md:4:23: error: a pose begins with one of 'base', 'like' and 'mirror', not with two [bad-figure]
      - { base: supine, like: 1 }
                        ^~~~
1 error
)");
}

TEST_CASE("nothing can stay before there is a pose") {
  CHECK(problems("figure:\n  poses:\n    - { base: supine, contacts: { feet: stay } }\n") ==
        R"(a.md:3:41: error: nothing can stay in the first pose [bad-figure]
      - { base: supine, contacts: { feet: stay } }
                                          ^~~~
1 error
)");
}

TEST_CASE("contacts, props and cameras are words that are known") {
  CHECK(problems("figure:\n  camera: sid\n  props: [mad]\n  target: lower_bak\n  poses:\n"
                 "    - { base: standing, contacts: { hands: flor } }\n") ==
        R"(a.md:2:11: error: 'sid' is not a camera [unknown-word]
    camera: sid
            ^~~
  help: did you mean 'side'?
a.md:3:11: error: 'mad' is not a prop [unknown-word]
    props: [mad]
            ^~~
  help: did you mean 'mat'?
a.md:4:11: error: 'lower_bak' is not a target [unknown-word]
    target: lower_bak
            ^~~~~~~~~
  help: did you mean 'lower_back'?
a.md:6:44: error: 'flor' is not a contact [unknown-word]
      - { base: standing, contacts: { hands: flor } }
                                             ^~~~
  help: did you mean 'floor'?
4 errors
)");
}

TEST_CASE("an arrow has one kind") {
  CHECK(problems("figure:\n  arrows: [{ offset: [1, 2] }, { trace: pelvis, line: belly }]\n"
                 "  poses:\n    - { base: standing }\n    - { like: 1, pitch: 10 }\n") ==
        R"(a.md:2:12: error: an arrow needs 'trace', 'line' or 'arc' [bad-figure]
    arrows: [{ offset: [1, 2] }, { trace: pelvis, line: belly }]
             ^
a.md:2:41: error: an arrow has only one of 'trace', 'line' and 'arc' [bad-figure]
    arrows: [{ offset: [1, 2] }, { trace: pelvis, line: belly }]
                                          ^~~~~~
2 errors
)");
}

TEST_CASE("the range of every joint stands in its norm, or the table says why not") {
  for (const figure::JointRange& range : figure::joint_ranges()) {
    CAPTURE(range.name);
    CHECK(range.low <= range.norm_low);
    CHECK(range.high >= range.norm_high);
    const bool wider = range.low < range.norm_low || range.high > range.norm_high;
    CHECK(wider <= !range.why.empty());
  }
}

}  // namespace unclench::content
