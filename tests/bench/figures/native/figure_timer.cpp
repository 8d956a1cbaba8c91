// Times the drawing of all figures: figure_timer CONTENT RUNS. Prints one line of JSON: how many
// movements there are, and for each run the milliseconds from poses to finished files, on one
// thread and on all.
#include <chrono>
#include <iostream>
#include <thread>

#include "cli/pipeline.h"
#include "render/figures.h"

using namespace unclench;

namespace {

double milliseconds_to_draw(const content::Edition& edition, unsigned threads) {
  render::FigureMemory nothing_drawn_before;
  const auto start = std::chrono::steady_clock::now();
  render::draw_figures(edition, threads, nothing_drawn_before);
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
  return time.count();
}

}  // namespace

int main(int argc, char** argv) {
  const int runs = argc == 3 ? std::atoi(argv[2]) : 0;
  if (runs < 1) {
    std::cerr << "usage: figure_timer CONTENT RUNS\n";
    return 2;
  }
  Diagnostics diagnostics;
  const content::Edition edition = cli::read_data(argv[1], true, diagnostics).edition;
  std::size_t movements = edition.position_changes.size();
  for (const auto& exercise : edition.exercises) movements += exercise->figure ? 1 : 0;
  const unsigned all = std::max(1u, std::thread::hardware_concurrency());
  std::cout << "{\"movements\":" << movements << ",\"threads\":" << all;
  for (const unsigned threads : {1u, all}) {
    std::cout << (threads == 1u ? ",\"one\":[" : ",\"all\":[");
    for (int run = 0; run < runs; ++run)
      std::cout << (run ? "," : "") << milliseconds_to_draw(edition, threads);
    std::cout << "]";
    if (all == 1u) break;
  }
  std::cout << "}\n";
}
