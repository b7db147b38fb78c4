#pragma once

#include <string>

#include "data/value.hpp"
#include "gramme/result.hpp"

namespace gramme {

/// Puts a document over another. Records merge key by key; lists of records with ids merge entry by
/// entry, new ids at the end; any other value takes the place of the one below it.
/// Errors: duplicate_id (dotted path) when a list above has an id twice.
[[nodiscard]] Problem merge_document(Value& base, const Value& overlay);

/// A path into a merged document as one into the overlay, where its entry stands there:
/// "calibrations[0].rows". Other paths stay.
[[nodiscard]] std::string path_in_overlay(const std::string& path, const Value& merged,
                                          const Value& overlay);

}  // namespace gramme
