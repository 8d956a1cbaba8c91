// One finished file, put in place as a whole.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace unclench {

// Written aside in the same folder, then renamed: a reader sees the old file or the new one, and a
// failure leaves the old one as it was. Makes the folder when it is missing. Refuses a path that is
// something other than a file. Returns an error, or nothing.
std::string replace_file(const std::filesystem::path& path, std::string_view bytes);

// A new file, in a folder that is made when it is missing. Never writes over anything. Returns an
// error, or nothing.
std::string create_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace unclench
