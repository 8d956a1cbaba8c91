#include "cli/png.h"

#include <dlfcn.h>
#include <librsvg/rsvg.h>

#include <memory>

namespace unclench::cli {
namespace {

// The library with what it stands on, loaded when the first picture is drawn: linked to the
// program, it would take as long to load as a small site takes to build.
class Library {
 public:
  static const Library& get() {
    static const Library library;
    return library;
  }

  // Empty when every function was found.
  const std::string& problem() const { return problem_; }

 private:
  static constexpr const char* file = "librsvg-2.so.2";

  template <typename Function>
  Function* find(const char* name) {
    void* const found = library_ ? dlsym(library_, name) : nullptr;
    if (!found && problem_.empty()) problem_ = dlerror();
    return reinterpret_cast<Function*>(found);
  }

  std::string problem_;
  void* library_ = dlopen(file, RTLD_NOW | RTLD_LOCAL);

 public:
#define UNCLENCH_FUNCTION(name) decltype(::name)* const name = find<decltype(::name)>(#name)
  UNCLENCH_FUNCTION(rsvg_handle_new_from_data);
  UNCLENCH_FUNCTION(rsvg_handle_render_document);
  UNCLENCH_FUNCTION(g_object_unref);
  UNCLENCH_FUNCTION(g_error_free);
  UNCLENCH_FUNCTION(cairo_image_surface_create);
  UNCLENCH_FUNCTION(cairo_surface_destroy);
  UNCLENCH_FUNCTION(cairo_create);
  UNCLENCH_FUNCTION(cairo_destroy);
  UNCLENCH_FUNCTION(cairo_surface_write_to_png_stream);
  UNCLENCH_FUNCTION(cairo_status_to_string);
#undef UNCLENCH_FUNCTION
};

template <auto release>
struct Release {
  template <typename T>
  void operator()(T* object) const {
    (Library::get().*release)(object);
  }
};
using Handle = std::unique_ptr<RsvgHandle, Release<&Library::g_object_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, Release<&Library::cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Release<&Library::cairo_destroy>>;

std::string message_of(GError* error) {
  if (!error) return "it cannot be drawn";
  const std::string message = error->message;
  Library::get().g_error_free(error);
  return message;
}

cairo_status_t append(void* png, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(png)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

std::string draw(const Layer& layer, cairo_t* context) {
  const Library& library = Library::get();
  GError* error = nullptr;
  const auto* const svg = reinterpret_cast<const guint8*>(layer.svg.data());
  const Handle handle(library.rsvg_handle_new_from_data(svg, layer.svg.size(), &error));
  if (!handle) return message_of(error);
  const RsvgRectangle box{static_cast<double>(layer.x), static_cast<double>(layer.y),
                          static_cast<double>(layer.width), static_cast<double>(layer.height)};
  const bool drawn = library.rsvg_handle_render_document(handle.get(), context, &box, &error);
  return drawn ? "" : message_of(error);
}

}  // namespace

const bool draws_png = true;

std::string png_of(const Collage& collage, std::string& png) {
  const Library& library = Library::get();
  if (!library.problem().empty()) return library.problem();
  const Surface surface(
      library.cairo_image_surface_create(CAIRO_FORMAT_ARGB32, collage.width, collage.height));
  const Context context(library.cairo_create(surface.get()));
  for (const Layer& layer : collage.layers) {
    const std::string problem = draw(layer, context.get());
    if (!problem.empty()) return problem;
  }
  const cairo_status_t status =
      library.cairo_surface_write_to_png_stream(surface.get(), append, &png);
  return status == CAIRO_STATUS_SUCCESS ? "" : library.cairo_status_to_string(status);
}

}  // namespace unclench::cli
