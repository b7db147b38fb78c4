#pragma once

#include <string>

#include "gramme/service_budget.hpp"

namespace gramme {

/// What services used on a day and in its month, a line for each service and language (RFC 4180).
[[nodiscard]] std::string service_csv(const ServiceSums& day, const ServiceSums& month);

}  // namespace gramme
