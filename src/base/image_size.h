// How large a picture is, read from its first bytes.
#pragma once

#include <optional>
#include <string_view>

namespace unclench {

struct ImageSize {
  int width = 0;  // pixels
  int height = 0;
};

// The formats by their endings: png, jpg, jpeg, gif, webp, avif, svg.
bool is_image_name(std::string_view name);

// Nothing when the bytes are not a picture of the format that the name's ending says. An SVG
// without a size of its own has the size of its view box, or 0 by 0.
std::optional<ImageSize> image_size(std::string_view name, std::string_view bytes);

}  // namespace unclench
