#pragma once

#include <string>
#include <string_view>

namespace gramme {

/// A model's name as measurements of one's own write it, such as "gemma:2b": in lower case, without
/// ":latest", and with the size that a name without one stands for ("llama3" is "llama3:8b").
[[nodiscard]] std::string model_tag(std::string_view name);

}  // namespace gramme
