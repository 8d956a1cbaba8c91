#include "cli/png.h"

#include <librsvg/rsvg.h>

#include <cmath>
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

}  // namespace

std::string png_of(const std::string& svg, int width, std::string& png) {
  GError* error = nullptr;
  const Handle handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  if (!handle) return message_of(error);
  gboolean has_box = FALSE;
  RsvgRectangle box{};
  rsvg_handle_get_intrinsic_dimensions(handle.get(), nullptr, nullptr, nullptr, nullptr, &has_box,
                                       &box);
  if (!has_box) return "it has no viewBox";
  const int height = std::max(1, static_cast<int>(std::lround(width * box.height / box.width)));
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  const Context context(cairo_create(surface.get()));
  const RsvgRectangle whole{0, 0, static_cast<double>(width), static_cast<double>(height)};
  if (!rsvg_handle_render_document(handle.get(), context.get(), &whole, &error))
    return message_of(error);
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), append, &png);
  return status == CAIRO_STATUS_SUCCESS ? "" : cairo_status_to_string(status);
}

}  // namespace unclench::cli
