#include "render/pictures.h"

#include "base/parallel.h"

namespace unclench::render {
namespace {

constexpr int share_width = 1200, share_height = 630;  // what previews of links show whole

// A collage on paper of one colour.
Collage paper(int width, int height, const char* colour) {
  const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " +
                          std::to_string(width) + " " + std::to_string(height) +
                          "\"><path fill=\"" + colour + "\" d=\"M0 0h" + std::to_string(width) +
                          "v" + std::to_string(height) + "H0z\"/></svg>";
  return {width, height, {{svg, 0, 0, width, height}}};
}

// The figure at its own size, the mark small beside it.
Collage share_of_figure(const Bytes& still, const Bytes& icon) {
  Collage collage = paper(share_width, share_height, paper_colour);
  if (!icon.empty()) collage.layers.push_back({icon.str(), 60, 60, 120, 120});
  collage.layers.push_back({still.str(), 300, 35, 840, 560});
  return collage;
}

Collage share_of_site(const Bytes& icon) {
  Collage collage = paper(share_width, share_height, paper_colour);
  collage.layers.push_back({icon.str(), 440, 155, 320, 320});
  return collage;
}

Collage plain_icon(const Bytes& icon, int size) {
  return {size, size, {{icon.str(), 0, 0, size, size}}};
}

// What may be cut off lies outside of the middle four fifths.
Collage maskable(const Bytes& icon, int size) {
  Collage collage = paper(size, size, theme_colour);
  const int inner = size * 4 / 5;
  collage.layers.push_back({icon.str(), (size - inner) / 2, (size - inner) / 2, inner, inner});
  return collage;
}

Hash hash_of_collage(const Collage& collage) {
  Hash hash = combine(static_cast<Hash>(collage.width), static_cast<Hash>(collage.height));
  for (const Layer& layer : collage.layers) {
    for (const int number : {layer.x, layer.y, layer.width, layer.height})
      hash = combine(hash, static_cast<Hash>(number));
    hash = combine(hash, hash_of(layer.svg));
  }
  return hash;
}

struct Wish {
  std::string path;
  Collage collage;
};

}  // namespace

Pictures draw_pictures(const content::Edition& edition, const DrawnFigures& figures,
                       const Bytes& icon, const std::string& icon_path, const DrawPng& draw,
                       unsigned threads, FileTree& files, Diagnostics& diagnostics) {
  Pictures pictures;
  if (!draw) return pictures;
  const std::string folder = share_folder, icons = icon_folder;
  std::vector<Wish> wishes;
  const auto wish = [&](const std::string& name, Collage collage) {
    const std::string hash = content_hash(std::to_string(hash_of_collage(collage)));
    wishes.push_back({name + "-" + hash + ".png", std::move(collage)});
    return wishes.back().path;
  };
  if (!icon.empty()) {
    pictures.site = wish(folder + "site", share_of_site(icon));
    for (const int size : {192, 512})
      pictures.icons.push_back(
          {wish(icons + std::to_string(size), plain_icon(icon, size)), size, false});
    pictures.icons.push_back({wish(icons + "maskable", maskable(icon, 512)), 512, true});
    pictures.touch_icon = wish(icons + "touch", maskable(icon, 180));
  }
  pictures.exercises.resize(figures.exercises.size());
  for (std::size_t i = 0; i < figures.exercises.size(); ++i)
    if (figures.exercises[i])
      pictures.exercises[i] = wish(folder + edition.exercises[i]->id,
                                   share_of_figure(figures.exercises[i]->still, icon));
  std::vector<std::string> pngs(wishes.size()), errors(wishes.size());
  for_each_index(wishes.size(), threads, [&](std::size_t i) {
    errors[i] = draw(wishes[i].path, wishes[i].collage, pngs[i]);
  });
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    if (!errors[i].empty()) {
      diagnostics.add(Problem::bad_image, icon_path, "it cannot be drawn: " + errors[i],
                      "draw it as plain SVG with a viewBox");
      return {};
    }
    files[wishes[i].path] = std::move(pngs[i]);
  }
  return pictures;
}

}  // namespace unclench::render
