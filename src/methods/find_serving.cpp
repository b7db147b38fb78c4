#include "methods/serving.hpp"

namespace gramme {

const ServingClass* find_serving_class(const Catalog& catalog, std::string_view id) {
  const ServingClass* found = find_by_id(catalog.serving, id);
  return found == nullptr && !catalog.serving.empty() ? &catalog.serving.front() : found;
}

Result<Serving> find_serving(const Catalog& catalog, std::string_view class_id,
                             const OwnServer& own) {
  const ServingClass* assumed = find_serving_class(catalog, class_id);
  if (assumed == nullptr) {
    return fail(ErrorCode::missing_key, "serving", "the catalog has no serving class");
  }
  Serving serving;
  serving.assumed = assumed;
  serving.batch_size = own.batch_size.value_or(assumed->batch_size);
  serving.bytes_per_parameter =
      own.bytes_per_parameter ? exactly(*own.bytes_per_parameter) : assumed->bytes_per_parameter;
  serving.accelerators = own.accelerators;
  if (own.accelerator.empty()) {
    const auto position = static_cast<std::size_t>(assumed - catalog.serving.data());
    const CatalogIndex::Accelerators& assumed_ones = catalog.index.serving[position];
    serving.accelerator = &catalog.accelerators[assumed_ones.likeliest];
    serving.best_accelerator = &catalog.accelerators[assumed_ones.best];
    serving.worst_accelerator = &catalog.accelerators[assumed_ones.worst];
    return serving;
  }
  serving.accelerator = find_accelerator(catalog, own.accelerator);
  if (serving.accelerator == nullptr || !serving.accelerator->has_speeds()) {
    return fail(ErrorCode::unknown_accelerator, "/server/accelerator",
                "\"" + own.accelerator.substr(0, 60) +
                    "\" is no accelerator whose memory and speeds are known");
  }
  return serving;
}

}  // namespace gramme
