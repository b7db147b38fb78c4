#include <algorithm>
#include <cmath>

#include "gramme/attachments.hpp"

namespace gramme {

namespace {

ImageSize scaled(const ImageSize& size, double factor) {
  return {size.width_pixels * factor, size.height_pixels * factor};
}

/// Images are only ever made smaller.
ImageSize fitted(const AttachmentRule& rule, ImageSize size) {
  if (rule.image_longest_side_pixels) {
    const double longest = std::max(size.width_pixels, size.height_pixels);
    size = scaled(size, std::min(1.0, *rule.image_longest_side_pixels / longest));
  }
  if (rule.image_shortest_side_pixels) {
    const double shortest = std::min(size.width_pixels, size.height_pixels);
    size = scaled(size, std::min(1.0, *rule.image_shortest_side_pixels / shortest));
  }
  return size;
}

double by_area(const AttachmentRule& rule, const ImageSize& size) {
  const double tokens =
      std::ceil(size.width_pixels * size.height_pixels / *rule.image_pixels_per_token);
  return std::min(tokens, rule.image_most_tokens.value_or(tokens));
}

double by_tiles(const AttachmentRule& rule, const ImageSize& size) {
  // A side that scaling has brought to a whole number of tiles may miss it by a last digit.
  constexpr double kHair = 1e-6;
  const auto along = [&](double side) { return std::ceil(side / *rule.image_tile_pixels - kHair); };
  const double tiles = along(size.width_pixels) * along(size.height_pixels);
  return rule.image_base_tokens.value_or(0.0) + tiles * *rule.image_tile_tokens;
}

Range image_tokens(const AttachmentRule& rule, const std::optional<ImageSize>& size) {
  if (!size) return rule.image_tokens;
  const ImageSize fit = fitted(rule, *size);
  if (rule.image_pixels_per_token) return exactly(by_area(rule, fit));
  if (rule.image_tile_pixels && rule.image_tile_tokens) return exactly(by_tiles(rule, fit));
  return rule.image_tokens;
}

}  // namespace

Range attachment_tokens(const AttachmentRule& rule, const Attachments& attachments) {
  return image_tokens(rule, attachments.image_size) * attachments.images +
         rule.file_page_tokens * attachments.file_pages;
}

}  // namespace gramme
