#pragma once

#include "gramme/catalog.hpp"
#include "measurements/serving_rows.hpp"
#include "methods/method.hpp"

namespace gramme {

/// What a method is told of a measured server, besides the model, its accelerator and the tokens.
struct Knowledge {
  bool batch_size = false;
  bool accelerators = false;
  bool precision = false;
};

/// A measured request as the input of a method: the accelerators alone, in a place without losses.
class MeasuredRequest {
 public:
  /// All must outlive it. Precondition: the catalog has a serving class.
  MeasuredRequest(const Catalog& catalog, const ServingRow& row, Knowledge knowledge,
                  const MethodProfile& profile);
  MeasuredRequest(const MeasuredRequest&) = delete;
  MeasuredRequest& operator=(const MeasuredRequest&) = delete;

  [[nodiscard]] MethodInput input() const;

 private:
  Exchange exchange_;
  Model model_;
  Parameters parameters_;
  MethodProfile profile_;
  Serving serving_;
};

/// What the method says the accelerators use for the row.
[[nodiscard]] Range predicted_joules(const Catalog& catalog, const ServingRow& row,
                                     Knowledge knowledge, const ChosenMethod& chosen);

}  // namespace gramme
