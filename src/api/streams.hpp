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

  /// Null when it is closed or never was open.
  [[nodiscard]] Open* find(StreamNumber number) {
    Slot* const slot = slot_of(number);
    return slot == nullptr ? nullptr : slot->open.get();
  }

  /// Whether a stream may grow by so many bytes.
  [[nodiscard]] bool may_grow(const Open* open, std::size_t bytes) const {
    return open != nullptr && !open->is_finished && kept_bytes_ + bytes <= kMaxKeptBytes;
  }

  /// Why it may not: unknown_stream, stream_finished or too_large.
  [[nodiscard]] static Error refusal_of(const Open* open);

  /// Takes note of what a stream keeps now. To be called after each change.
  void note_size(const Open& open, std::size_t bytes_before);

  /// Nothing happens when there is none of that number.
  void close(StreamNumber number);

 private:
  struct Slot {
    std::unique_ptr<Open> open;
    StreamNumber uses = 0;
  };

  static constexpr std::size_t kMaxStreams = 4096;
  /// Of all streams together.
  static constexpr std::size_t kMaxKeptBytes = std::size_t{64} << 20U;

  /// A number is the slot plus kMaxStreams times how often the slot was used.
  [[nodiscard]] Slot* slot_of(StreamNumber number) {
    const auto index = static_cast<std::size_t>(number % kMaxStreams);
    if (index >= slots_.size() || slots_[index].uses != number / kMaxStreams) return nullptr;
    return slots_[index].open == nullptr ? nullptr : &slots_[index];
  }

  std::vector<Slot> slots_;
  std::vector<std::size_t> free_slots_;
  std::size_t kept_bytes_ = 0;
};

}  // namespace gramme
