#pragma once

#include <map>
#include <string>

#include "api/call.hpp"
#include "usage/text_counts.hpp"

namespace gramme {

/// Counts texts with the core's vocabularies.
class CoreTextCounts final : public TextCounts {
 public:
  explicit CoreTextCounts(Core& core) : core_(core) {}

  std::string missing_vocabulary(std::string_view platform, std::string_view model) override;
  Range count(std::string_view platform, std::string_view model, std::string_view text) override;

 private:
  const Encoding* encoding_of(std::string_view platform, std::string_view model);

  Core& core_;
  std::map<std::string, const Encoding*> encodings_;
};

}  // namespace gramme
