#include "cli/png.h"

#include <librsvg/rsvg.h>

#include <memory>

namespace unclench::cli {
namespace {

template <auto release>
struct Release {
  template <typename T>
  void operator()(T* object) const {
    release(object);
  }
};
using Handle = std::unique_ptr<RsvgHandle, Release<g_object_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Release<cairo_destroy>>;

std::string message_of(GError* error) {
  const std::string message = error ? error->message : "it cannot be drawn";
  g_clear_error(&error);
  return message;
}

cairo_status_t append(void* png, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(png)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

std::string draw(const Layer& layer, cairo_t* context) {
  GError* error = nullptr;
  const Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(layer.svg.data()),
                                                layer.svg.size(), &error));
  if (!handle) return message_of(error);
  const RsvgRectangle box{static_cast<double>(layer.x), static_cast<double>(layer.y),
                          static_cast<double>(layer.width), static_cast<double>(layer.height)};
  return rsvg_handle_render_document(handle.get(), context, &box, &error) ? "" : message_of(error);
}

}  // namespace

const bool draws_png = true;

std::string png_of(const Collage& collage, std::string& png) {
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, collage.width, collage.height));
  const Context context(cairo_create(surface.get()));
  for (const Layer& layer : collage.layers) {
    const std::string problem = draw(layer, context.get());
    if (!problem.empty()) return problem;
  }
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), append, &png);
  return status == CAIRO_STATUS_SUCCESS ? "" : cairo_status_to_string(status);
}

}  // namespace unclench::cli
