#pragma once

#include <string>
#include <string_view>

namespace gramme {

/// ASCII capitals as small letters: how names of accelerators, public weights and regions are
/// compared.
[[nodiscard]] std::string lower_case(std::string_view name);

}  // namespace gramme
