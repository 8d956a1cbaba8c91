// The ranges of a catalogue's numbers. The schema of the content and the reading of catalogue.json
// keep to the same ones; with them no sum of the planner leaves 64 bits.
#pragma once

namespace unclench::core::limits {

inline constexpr int hold = 1800;  // seconds
inline constexpr int repetitions = 100;
inline constexpr int sets = 10;
inline constexpr int rest = 600;   // seconds between sets
inline constexpr int tempo = 120;  // seconds
inline constexpr int load = 3;
inline constexpr int weight = 3;
inline constexpr int points = 10000;  // of need, fit, effort and strain
inline constexpr int variety_percent = 100;
inline constexpr int get_ready = 120;  // seconds
inline constexpr int position_changes = 50;
inline constexpr int strain_percent = 1000;
inline constexpr int change_seconds = 600;
inline constexpr int switch_sides = 60;  // seconds
inline constexpr int dose_units = 999;
inline constexpr int stretches = 16;  // of the coverage
inline constexpr int stretch_units = 1000;
inline constexpr int stretch_worth = 100;
inline constexpr int node_limit = 1000000;
inline constexpr int pain = 10;
inline constexpr int progress_days = 365;
inline constexpr int level_sessions = 100;

}  // namespace unclench::core::limits
