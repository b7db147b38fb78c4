#pragma once

#include <string_view>

#include "gramme/result.hpp"
#include "tokens/splitter.hpp"

namespace gramme::importers {

/// The splitter that cuts as these regular expressions do, one after the other (joined by
/// newlines); null when none does.
[[nodiscard]] const tokens::Splitter* splitter_of_regex(std::string_view regex);

/// The splitter of this name. Errors: out_of_range at `/pattern`.
[[nodiscard]] Result<const tokens::Splitter*> splitter_named(std::string_view name);

}  // namespace gramme::importers
