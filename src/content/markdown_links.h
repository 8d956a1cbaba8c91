// The links and pictures of a Markdown text.
#pragma once

#include "content/markdown_places.h"

namespace unclench::content {

struct PlacedImage {
  cmark_node* node;
  Span span;      // of its address
  Span citation;  // in its description, if there is one
};

// Makes links and pictures those of the site, and notes where they lead.
class MarkdownLinks {
 public:
  // `file` is the path of the text; what is found goes into `text`. All of them outlive this.
  MarkdownLinks(const std::string& file, const MarkdownOptions& options, MarkdownPlaces& places,
                BodyReporter& reporter, RenderedText& text)
      : file_(file), options_(options), places_(places), reporter_(reporter), text_(text) {}

  void check_link(cmark_node* node);

  // What looks like a link there is none.
  void pass_code(cmark_node* node);

  // Notes where raw HTML leads, and its ids.
  void note_html(cmark_node* node);

  // Links and pictures are asked for in the order of the text.
  PlacedImage placed(cmark_node* image);

  // Puts the picture's tag in the place of the node, which is gone then.
  void replace_image(const PlacedImage& placed);

  // The picture of that address; null when there is none, which is then reported.
  const Image* find_image(const std::string& url, Span span);

 private:
  Span place_of(cmark_node* node);  // of the address of a link or a picture
  void use_external_link(const std::string& url, Span span);
  void use_site_link(cmark_node* node, const std::string& url, Span span);

  const std::string& file_;
  const MarkdownOptions& options_;
  MarkdownPlaces& places_;
  BodyReporter& reporter_;
  RenderedText& text_;
};

std::string image_tag(const Image& image, const std::string& alt, const std::string& title);

enum class Tags { keep, leave_out };  // of raw HTML

// The text below a node, without its marks.
std::string plain_text(cmark_node* node, Tags tags = Tags::keep);

}  // namespace unclench::content
