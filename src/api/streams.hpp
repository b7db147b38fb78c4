#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "gramme/catalog.hpp"
#include "gramme/result.hpp"
#include "gramme/tokens.hpp"

namespace gramme {

/// Up to 2^53, so that JavaScript holds it exactly.
using StreamNumber = std::uint64_t;

/// The growing texts that the script side counts, by number. A number is never used twice.
class Streams {
 public:
  struct Open {
    TokenStream stream;
    bool is_finished = false;
  };

  /// Errors: too_large (too many are open).
  [[nodiscard]] Result<StreamNumber> open(const Encoding& encoding,
                                          std::shared_ptr<TokenCounter> counter);

  /// Errors: unknown_stream.
  [[nodiscard]] Result<Open*> find(StreamNumber number);

  /// Errors: those of find, stream_finished; too_large when so many more bytes than all streams
  /// together may keep.
  [[nodiscard]] Result<Open*> find_growing(StreamNumber number, std::size_t more_bytes);

  /// Takes note of what a stream keeps now. To be called after each change.
  void note_size(const Open& open, std::size_t bytes_before);

  /// Nothing happens when there is none of that number.
  void close(StreamNumber number);

 private:
  struct Slot {
    std::unique_ptr<Open> open;
    StreamNumber uses = 0;
  };

  [[nodiscard]] Slot* slot_of(StreamNumber number);

  std::vector<Slot> slots_;
  std::vector<std::size_t> free_slots_;
  std::size_t kept_bytes_ = 0;
};

}  // namespace gramme
