#pragma once

#include "data/fields.hpp"

namespace gramme {

/// Puts the changes of a request's `set` ({"path": "SERVICE.LANGUAGE.KEY", "value": number}) into a
/// matrix's document that was read without fault. Whether there were any.
bool apply_changes(Fields& request, Value& document);

}  // namespace gramme
