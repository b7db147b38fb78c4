#include <utility>

#include "tokens/piece_counter.hpp"
#include "tokens/prepared_text.hpp"

namespace gramme {

TokenCounter::TokenCounter(std::shared_ptr<const Vocabulary> vocabulary)
    : vocabulary_(std::move(vocabulary)),
      pieces_(std::make_unique<tokens::PieceCounter>(*vocabulary_)) {}

TokenCounter::TokenCounter(TokenCounter&&) noexcept = default;
TokenCounter& TokenCounter::operator=(TokenCounter&&) noexcept = default;
TokenCounter::~TokenCounter() = default;

std::size_t TokenCounter::count(std::string_view utf8) {
  const tokens::PreparedText text(*vocabulary_, utf8);
  return pieces_->count(text.view());
}

std::size_t count_tokens(const Vocabulary& vocabulary, std::string_view utf8) {
  const tokens::PreparedText text(vocabulary, utf8);
  return tokens::PieceCounter(vocabulary).count(text.view());
}

}  // namespace gramme
