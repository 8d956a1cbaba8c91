# Figures: from joint angles to drawings. Fused multiply-adds would give other bits on other machines.
add_library(unclench_figure STATIC
  src/figure/animation.cpp
  src/figure/body.cpp
  src/figure/carrier.cpp
  src/figure/contact.cpp
  src/figure/crumbs.cpp
  src/figure/description.cpp
  src/figure/drawing.cpp
  src/figure/flesh.cpp
  src/figure/head.cpp
  src/figure/joint.cpp
  src/figure/limb.cpp
  src/figure/linked_limb.cpp
  src/figure/mark.cpp
  src/figure/motion.cpp
  src/figure/movement.cpp
  src/figure/moving_figure.cpp
  src/figure/names.cpp
  src/figure/outline.cpp
  src/figure/painting.cpp
  src/figure/palette.cpp
  src/figure/parts.cpp
  src/figure/props.cpp
  src/figure/scene.cpp
  src/figure/svg_figure.cpp
  src/figure/svg_text.cpp
  src/figure/timeline.cpp
  src/figure/trig.cpp
  src/figure/vec.cpp)
target_include_directories(unclench_figure PUBLIC src)
target_compile_options(unclench_figure PRIVATE -ffp-contract=off)
target_link_libraries(unclench_figure PRIVATE unclench_warnings)

# The generator and the command line.
find_package(Threads REQUIRED)
add_library(unclench_generator STATIC
  src/base/diagnostic.cpp
  src/base/diagnostic_format.cpp
  src/base/display_width.cpp
  src/base/encoding.cpp
  src/base/file_tree.cpp
  src/base/hash.cpp
  src/base/image_size.cpp
  src/base/letters.cpp
  src/base/output_file.cpp
  src/base/parallel.cpp
  src/base/problem.cpp
  src/base/site_folder.cpp
  src/base/source_file.cpp
  src/content/blocks.cpp
  src/content/catalogue_schema.cpp
  src/content/cmark_arena.cpp
  src/content/document.cpp
  src/content/dose_bands.cpp
  src/content/edition.cpp
  src/content/exercise.cpp
  src/content/explanations.cpp
  src/content/external_links.cpp
  src/content/figure.cpp
  src/content/figure_shapes.cpp
  src/content/heading_ids.cpp
  src/content/html_space.cpp
  src/content/json_data.cpp
  src/content/json_schema.cpp
  src/content/markdown.cpp
  src/content/markdown_blocks.cpp
  src/content/markdown_citations.cpp
  src/content/markdown_escapes.cpp
  src/content/markdown_links.cpp
  src/content/markdown_places.cpp
  src/content/pages.cpp
  src/content/planner_settings.cpp
  src/content/planner_shapes.cpp
  src/content/prose.cpp
  src/content/reading.cpp
  src/content/shape.cpp
  src/content/shape_schema.cpp
  src/content/shapes.cpp
  src/content/skeletons.cpp
  src/content/strays.cpp
  src/content/text_form.cpp
  src/content/translation.cpp
  src/content/uses.cpp
  src/content/values.cpp
  src/content/vocabulary.cpp
  src/content/yaml.cpp
  src/lint/cautions.cpp
  src/lint/contradictions.cpp
  src/lint/dose_bands.cpp
  src/lint/lint.cpp
  src/lint/opening_rests.cpp
  src/lint/places.cpp
  src/lint/reachability.cpp
  src/lint/readability.cpp
  src/lint/relations.cpp
  src/lint/reviews.cpp
  src/lint/sentences.cpp
  src/lint/subject.cpp
  src/lint/syllables.cpp
  src/lint/unused_doses.cpp
  src/milp/lp_text.cpp
  src/milp/model.cpp
  src/render/app_views.cpp
  src/render/article_view.cpp
  src/render/assets.cpp
  src/render/cards.cpp
  src/render/catalogue.cpp
  src/render/condition_view.cpp
  src/render/evidence_view.cpp
  src/render/exercise_lists.cpp
  src/render/exercise_view.cpp
  src/render/figures.cpp
  src/render/html_tags.cpp
  src/render/inlining.cpp
  src/render/json_ld.cpp
  src/render/layout_view.cpp
  src/render/link_check.cpp
  src/render/list_views.cpp
  src/render/page_jobs.cpp
  src/render/pictures.cpp
  src/render/planned_routines.cpp
  src/render/routine_view.cpp
  src/render/search_index.cpp
  src/render/search_words.cpp
  src/render/settings.cpp
  src/render/single_file.cpp
  src/render/single_file_pages.cpp
  src/render/site.cpp
  src/render/site_files.cpp
  src/render/site_folders.cpp
  src/render/site_language.cpp
  src/render/style_uses.cpp
  src/render/stylesheet.cpp
  src/render/template.cpp
  src/render/template_program.cpp
  src/render/template_run.cpp
  src/render/template_source.cpp
  src/render/theme_styles.cpp
  src/render/translated_words.cpp
  src/render/view.cpp
  src/render/weights_view.cpp
  src/render/words.cpp
  src/verify/checker.cpp
  src/verify/claim_json.cpp)
include(cmake/Shipped.cmake)
target_include_directories(unclench_generator PRIVATE ${CMAKE_BINARY_DIR}/shipped)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(ZLIB REQUIRED)
target_link_libraries(unclench_generator PUBLIC unclench_core unclench_figure
  PRIVATE cmark::cmark libyaml Threads::Threads OpenSSL::Crypto ZLIB::ZLIB
  unclench_warnings)

# The authors' server.
add_library(unclench_serve STATIC
  src/serve/answer.cpp
  src/serve/connections.cpp
  src/serve/content_type.cpp
  src/serve/http.cpp
  src/serve/own_pages.cpp
  src/serve/served_site.cpp
  src/serve/server.cpp
  src/serve/site_path.cpp
  src/serve/watcher.cpp)
target_link_libraries(unclench_serve PUBLIC unclench_generator
  PRIVATE httplib nlohmann_json Threads::Threads ZLIB::ZLIB unclench_warnings)

add_executable(unclench
  src/cli/ask_command.cpp
  src/cli/author_commands.cpp
  src/cli/command_line.cpp
  src/cli/completion.cpp
  src/cli/figure_command.cpp
  src/cli/joint_sheet.cpp
  src/cli/list_command.cpp
  src/cli/main.cpp
  src/cli/new_command.cpp
  src/cli/pipeline.cpp
  src/cli/plan_command.cpp
  src/cli/planning.cpp
  src/cli/single_file_command.cpp
  src/cli/site_commands.cpp
  src/cli/verify_command.cpp)
target_compile_definitions(unclench PRIVATE UNCLENCH_VERSION="${PROJECT_VERSION}")
# Optional, and not with sanitizers, which have an allocator of their own.
find_package(mimalloc QUIET)
if(mimalloc_FOUND AND NOT UNCLENCH_SANITIZE)
  target_sources(unclench PRIVATE src/cli/allocator.cpp)
  target_link_libraries(unclench PRIVATE mimalloc)
endif()
target_link_libraries(unclench PRIVATE unclench_generator unclench_serve cli11 unclench_warnings)

# Optional: figures as PNG.
pkg_check_modules(rsvg QUIET IMPORTED_TARGET librsvg-2.0)
if(rsvg_FOUND)
  target_sources(unclench PRIVATE src/cli/png.cpp)
  # The program itself loads the library.
  target_include_directories(unclench SYSTEM PRIVATE ${rsvg_INCLUDE_DIRS})
  target_link_libraries(unclench PRIVATE ${CMAKE_DL_LIBS})
else()
  target_sources(unclench PRIVATE src/cli/no_png.cpp)
endif()

if(BUILD_TESTING OR UNCLENCH_FUZZ)
  include(cmake/Fuzz.cmake)
endif()

if(BUILD_TESTING)
  include(cmake/CoreTests.cmake)
  add_executable(generator_tests
    tests/core/main.cpp
    tests/unit/blocks_test.cpp
    tests/unit/case.cpp
    tests/unit/cases_test.cpp
    tests/unit/determinism_test.cpp
    tests/unit/diagnostic_format_test.cpp
    tests/unit/diagnostic_test.cpp
    tests/unit/edition_test.cpp
    tests/unit/encoding_test.cpp
    tests/unit/file_tree_test.cpp
    tests/unit/html_space_test.cpp
    tests/unit/html_tags_test.cpp
    tests/unit/image_size_test.cpp
    tests/unit/incremental_test.cpp
    tests/unit/inlining_test.cpp
    tests/unit/json_data_test.cpp
  tests/unit/link_check_test.cpp
    tests/unit/lint_test.cpp
    tests/unit/markdown_test.cpp
    tests/unit/output_file_test.cpp
    tests/unit/pictures_test.cpp
    tests/unit/problem_test.cpp
    tests/unit/publishing_test.cpp
    tests/unit/reading_age_test.cpp
    tests/unit/search_index_test.cpp
    tests/unit/shape_test.cpp
    tests/unit/single_file_test.cpp
    tests/unit/site_folder_test.cpp
    tests/unit/site_test.cpp
    tests/unit/small_site.cpp
    tests/unit/source_file_test.cpp
    tests/unit/stylesheet_test.cpp
    tests/unit/synthetic_edition.cpp
    tests/unit/template_test.cpp
    tests/unit/theme_styles_test.cpp
    tests/unit/translated_words_test.cpp
    tests/unit/verify_test.cpp
    tests/unit/yaml_test.cpp)
  target_include_directories(generator_tests PRIVATE tests)
  target_compile_definitions(generator_tests PRIVATE UNCLENCH_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(generator_tests PRIVATE unclench_generator nlohmann_json doctest
    unclench_warnings)
  add_test(NAME generator_tests COMMAND generator_tests)

  add_executable(figure_tests
    tests/core/main.cpp
    tests/figure/diagnostics_test.cpp
    tests/figure/drawing_test.cpp
    tests/figure/kinematics_test.cpp
    tests/figure/motion_test.cpp
    tests/figure/painting_test.cpp
    tests/figure/shipped.cpp)
  target_include_directories(figure_tests PRIVATE tests)
  target_compile_definitions(figure_tests PRIVATE UNCLENCH_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(figure_tests PRIVATE unclench_generator doctest Threads::Threads ZLIB::ZLIB
    unclench_warnings)
  add_test(NAME figure_tests COMMAND figure_tests)

  add_executable(serve_tests
    tests/core/main.cpp
    tests/unit/serve_answer_test.cpp
    tests/unit/serve_site_test.cpp)
  target_include_directories(serve_tests PRIVATE tests)
  target_link_libraries(serve_tests PRIVATE unclench_serve httplib nlohmann_json doctest
    unclench_warnings)
  add_test(NAME serve_tests COMMAND serve_tests)

  add_executable(commonmark_tests tests/core/main.cpp tests/commonmark/commonmark_test.cpp)
  target_include_directories(commonmark_tests PRIVATE tests)
  target_compile_definitions(commonmark_tests PRIVATE UNCLENCH_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(commonmark_tests PRIVATE unclench_generator doctest unclench_warnings)
  add_test(NAME commonmark_tests COMMAND commonmark_tests)

  add_executable(safety_tests
    tests/core/main.cpp
    tests/safety/metamorphic_test.cpp
    tests/safety/safety_test.cpp)
  target_include_directories(safety_tests PRIVATE tests)
  target_compile_definitions(safety_tests PRIVATE UNCLENCH_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(safety_tests PRIVATE unclench_generator doctest unclench_warnings)
  add_test(NAME safety_tests COMMAND safety_tests)
endif()
