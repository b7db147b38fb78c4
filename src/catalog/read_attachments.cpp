#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

constexpr Bounds kTokens{0.0, 1e5};
constexpr Bounds kPixels{1.0, 1e5};
constexpr Bounds kPixelsPerToken{1.0, 1e6};

}  // namespace

AttachmentRule read_attachment_rule(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "name", "provider", "image_tokens", "file_page_tokens", "image_base_tokens",
                 "image_tile_tokens", "image_tile_pixels", "image_longest_side_pixels",
                 "image_shortest_side_pixels", "image_most_tokens", "image_pixels_per_token",
                 "source", "as_of"});
  AttachmentRule rule;
  rule.id = read_id(fields);
  rule.name = fields.text("name");
  rule.provider = fields.optional_text("provider").value_or(std::string{});
  rule.image_tokens = fields.range("image_tokens", kTokens);
  rule.file_page_tokens = fields.range("file_page_tokens", kTokens);
  rule.image_base_tokens = fields.optional_number("image_base_tokens", kTokens);
  rule.image_tile_tokens = fields.optional_number("image_tile_tokens", kTokens);
  rule.image_tile_pixels = fields.optional_number("image_tile_pixels", kPixels);
  rule.image_longest_side_pixels = fields.optional_number("image_longest_side_pixels", kPixels);
  rule.image_shortest_side_pixels = fields.optional_number("image_shortest_side_pixels", kPixels);
  rule.image_most_tokens = fields.optional_number("image_most_tokens", kTokens);
  rule.image_pixels_per_token = fields.optional_number("image_pixels_per_token", kPixelsPerToken);
  rule.source = read_source(fields);
  return rule;
}

}  // namespace gramme
