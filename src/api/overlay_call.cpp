// A config of the user's own over the shipped one: the same loader, merged by id.
#include <deque>

#include "api/call.hpp"
#include "api/envelope.hpp"
#include "catalog/load_catalog.hpp"
#include "catalog/merge_documents.hpp"
#include "catalog/shipped_document.hpp"
#include "data/packed.hpp"
#include "methods/method.hpp"
#include "yaml/yaml.hpp"

namespace gramme {

/// The catalogs that overlays made, one after the other; earlier ones stay, because tokenizers
/// refer to their encodings.
struct OverlaidCatalogs {
  Value document;
  std::deque<Catalog> catalogs;
};

namespace {

constexpr std::size_t kMostOverlays = 32;

Value write_sizes(const Catalog& catalog) {
  return Record{{"models", static_cast<double>(catalog.models.size())},
                {"regions", static_cast<double>(catalog.regions.size())},
                {"providers", static_cast<double>(catalog.providers.size())},
                {"calibrations", static_cast<double>(catalog.calibrations.size())}};
}

Result<Catalog> load_checked(const Value& document) {
  Result<Catalog> catalog = load_catalog(document);
  if (!catalog) return catalog;
  if (Problem problem = check_methods(*catalog)) return *std::move(problem);
  return catalog;
}

Result<Value> load_overlay(Core& core, std::string_view yaml) {
  const bool is_first = core.overlaid == nullptr;
  if (!is_first && core.overlaid->catalogs.size() >= kMostOverlays) {
    return fail(ErrorCode::too_large, "", "32 configs are loaded already");
  }
  Result<Value> overlay = parse_yaml(std::string(yaml));
  if (!overlay) return overlay;
  Value merged = is_first ? shipped_document() : core.overlaid->document;
  if (Problem problem = merge_document(merged, *overlay)) return *std::move(problem);
  Result<Catalog> catalog = load_checked(merged);
  if (!catalog) {
    Error error = catalog.error();
    error.path = path_in_overlay(error.path, merged, *overlay);
    return error;
  }
  if (is_first) core.overlaid = std::make_shared<OverlaidCatalogs>();
  core.overlaid->document = std::move(merged);
  core.overlaid->catalogs.push_back(*std::move(catalog));
  core.catalog.replace(core.overlaid->catalogs.back());
  return write_sizes(*core.catalog);
}

}  // namespace

std::string load_overlay_call(Core& core, std::string_view yaml) noexcept {
  return enveloped([&] { return load_overlay(core, yaml); });
}

}  // namespace gramme
