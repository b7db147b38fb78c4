#include "api/streams.hpp"

#include <utility>

namespace gramme {

Result<StreamNumber> Streams::open(const Encoding& encoding,
                                   std::shared_ptr<TokenCounter> counter) {
  if (free_slots_.empty()) {
    if (slots_.size() == kMaxStreams) {
      return fail(ErrorCode::too_large, "/stream", "4096 streams are open: close some first");
    }
    free_slots_.push_back(slots_.size());
    slots_.emplace_back();
  }
  const std::size_t index = free_slots_.back();
  free_slots_.pop_back();
  Slot& slot = slots_[index];
  const TokenEstimator* const estimator = encoding.estimator ? &*encoding.estimator : nullptr;
  slot.open = std::make_unique<Open>(Open{TokenStream(std::move(counter), estimator), false});
  ++slot.uses;
  return slot.uses * kMaxStreams + index;
}

Error Streams::refusal_of(const Open* open) {
  if (open == nullptr) {
    return fail(ErrorCode::unknown_stream, "/stream", "this stream is closed, or never was open");
  }
  if (open->is_finished) {
    return fail(ErrorCode::stream_finished, "/stream", "this stream is finished: open another one");
  }
  return fail(ErrorCode::too_large, "/text", "streams keep no more than 64 MiB of text");
}

void Streams::note_size(const Open& open, std::size_t bytes_before) {
  kept_bytes_ += open.stream.bytes() - bytes_before;
}

void Streams::close(StreamNumber number) {
  Slot* const slot = slot_of(number);
  if (slot == nullptr) return;
  kept_bytes_ -= slot->open->stream.bytes();
  slot->open.reset();
  free_slots_.push_back(static_cast<std::size_t>(slot - slots_.data()));
}

}  // namespace gramme
