#pragma once

#include <optional>
#include <string>

#include "gramme/range.hpp"
#include "gramme/source.hpp"

namespace gramme {

struct ImageSize {
  double width_pixels = 0.0;
  double height_pixels = 0.0;
};

/// What is sent with a prompt besides its text.
struct Attachments {
  double images = 0.0;
  /// Of each image; absent: not known.
  std::optional<ImageSize> image_size;
  /// Pages of documents.
  double file_pages = 0.0;

  [[nodiscard]] bool is_empty() const { return images <= 0.0 && file_pages <= 0.0; }
};

/// What a provider documents of the tokens of attachments.
struct AttachmentRule {
  std::string id;
  std::string name;
  /// Empty: for all providers without a rule of their own.
  std::string provider;
  /// Of an image whose size is not known.
  Range image_tokens;
  Range file_page_tokens;
  /// Images are counted by tiles, or by their area when the last one is given.
  std::optional<double> image_base_tokens;
  std::optional<double> image_tile_tokens;
  std::optional<double> image_tile_pixels;
  std::optional<double> image_longest_side_pixels;
  std::optional<double> image_shortest_side_pixels;
  std::optional<double> image_most_tokens;
  std::optional<double> image_pixels_per_token;
  Source source;
};

/// Input tokens of attachments: exact to the rule where sizes are known, else as a range.
[[nodiscard]] Range attachment_tokens(const AttachmentRule& rule, const Attachments& attachments);

}  // namespace gramme
