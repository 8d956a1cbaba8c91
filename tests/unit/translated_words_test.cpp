#include "render/translated_words.h"

#include <doctest/doctest.h>

#include "base/diagnostic_format.h"
#include "render/words.h"

using namespace unclench;

namespace {

// Of a translation beside these words of the edition's own.
std::string problems(const std::string& translation) {
  const std::string own = R"(language_name: English
range: "{0} to {1}"
stop: 'Ask {{#who}}<a href="{{base}}help/">{{name}}</a>{{/who}} now {{>_cites}}.'
app:
  minutes: { one: "{0} minute", other: "{0} minutes" }
  movements: { one: a movement, other: "{0} movements" }
)";
  const FileTree site = {{"words/en.yaml", own}, {"words/es.yaml", translation}};
  Diagnostics diagnostics;
  const render::WordList english = render::read_words(site, "site", "en", diagnostics);
  const render::WordList spanish = render::read_words(site, "site", "es", diagnostics);
  render::check_translated_words(english, spanish, diagnostics);
  return format_diagnostics(diagnostics, DiagnosticFormat::text, false);
}

}  // namespace

TEST_CASE("a translation may have other forms for numbers, and the texts of the settings") {
  CHECK(problems(R"(language_name: Español
site: { title: Suelta, tagline: Poco a poco, description: Ayuda. }
range: "{1} desde {0}"
stop: '{{#who}}A <a href="{{ base }}help/">{{{name}}}</a>{{/who}}, pregunte {{>_cites}}.'
app:
  minutes: { one: un minuto, few: "{0} minutos", many: "{0} de minutos", other: "{0} minutos" }
  movements: { one: "{0} movimiento", zero: nada, other: "{0} movimientos" }
)") == "0 errors\n");
}

TEST_CASE("keys that the edition's own words do not have are reported") {
  CHECK(problems(R"(language_name: Español
rnage: "{0} a {1}"
app:
  minutes: { other: "{0} minutos", some: minutos }
  movements: { other: "{0} movimientos" }
)") == R"(site/words/es.yaml:2:8: error: site/words/en.yaml has no words 'rnage' [unknown-words]
  rnage: "{0} a {1}"
         ^~~~~~~~~~~
  help: did you mean 'range'?
site/words/es.yaml:4:42: error: site/words/en.yaml has no words 'app.minutes.some' [unknown-words]
    minutes: { other: "{0} minutos", some: minutos }
                                           ^~~~~~~
  help: did you mean 'app.minutes.one'?
2 errors
)");
}

TEST_CASE("a text in which other things are put in than in the original is reported") {
  CHECK(problems(R"(language_name: Español
range: "de {0} a {7}"
stop: 'Pregunte {{#who}}<a href="{{base}}help/">a {{nombre}}</a>{{/who}}.'
app:
  minutes: { other: minutos, few: pocos }
  movements: { one: "{1} movimiento", other: "{0} movimientos" }
  none:
)") == R"(site/words/es.yaml:2:8: error: 'range' lacks {1}, which the original has [unknown-words]
  range: "de {0} a {7}"
         ^~~~~~~~~~~~~~
  help: put it where it belongs in this language
site/words/es.yaml:2:18: error: nothing is put in for {7} in 'range' [unknown-words]
  range: "de {0} a {7}"
                   ^~~
  help: the original is: {0} to {1}
site/words/es.yaml:3:7: error: 'stop' lacks {{_cites}}, which the original has [unknown-words]
  stop: 'Pregunte {{#who}}<a href="{{base}}help/">a {{nombre}}</a>{{/who}}.'
        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: put it where it belongs in this language
site/words/es.yaml:3:7: error: 'stop' lacks {{name}}, which the original has [unknown-words]
  stop: 'Pregunte {{#who}}<a href="{{base}}help/">a {{nombre}}</a>{{/who}}.'
        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: put it where it belongs in this language
site/words/es.yaml:5:21: error: 'app.minutes.other' lacks {0}, which the original has [unknown-words]
    minutes: { other: minutos, few: pocos }
                      ^~~~~~~
  help: put it where it belongs in this language
site/words/es.yaml:5:35: error: 'app.minutes.few' lacks {0}, which the original has [unknown-words]
    minutes: { other: minutos, few: pocos }
                                    ^~~~~
  help: put it where it belongs in this language
site/words/es.yaml:6:22: error: nothing is put in for {1} in 'app.movements.one' [unknown-words]
    movements: { one: "{1} movimiento", other: "{0} movimientos" }
                       ^~~
  help: the original is: a movement
site/words/es.yaml:7:8: error: 'app.none' has no text [empty-value]
    none:
         ^
  help: write one, or "" where there is nothing to say
8 errors
)");
}
