#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gramme/attachments.hpp"
#include "gramme/calibration.hpp"
#include "gramme/catalog_index.hpp"
#include "gramme/equivalence.hpp"
#include "gramme/hardware.hpp"
#include "gramme/places.hpp"
#include "gramme/range.hpp"
#include "gramme/result.hpp"
#include "gramme/services.hpp"
#include "gramme/source.hpp"
#include "gramme/tokens.hpp"
#include "gramme/usage_profile.hpp"

namespace gramme {

/// Low/central/high parameters, in billions; total decides memory, active decides work per token.
struct Parameters {
  Range total_billion;
  Range active_billion;
};

/// Stand-in for a model whose parameters nobody has published or estimated.
struct ModelClass {
  std::string id;
  std::string name;
  Parameters parameters;
  Source source;
};

struct Model {
  std::string id;
  std::string name;
  std::string provider;
  std::string model_class;
  /// Encoding or estimator id.
  std::string encoding;
  std::vector<std::string> aliases;
  /// Names as pickers of that provider's own chat page write them.
  std::vector<std::string> page_labels;
  /// Absent: the class's parameters stand in, and the estimate says so.
  std::optional<Parameters> parameters;
  std::optional<double> output_tokens_per_second;
  std::optional<double> seconds_to_first_token;
  Source source;
};

/// Ids that begin alike: lets a model that is newer than the catalog be counted, with a warning.
struct ModelFamily {
  std::string id;
  std::string prefix;
  std::string provider;
  std::string model_class;
  std::string encoding;
  Source source;
};

/// A public tokenizer (exact) or the statistics of one that is not (estimated).
struct Encoding {
  std::string id;
  std::string name;
  /// File name of the packed vocabulary that counting needs.
  std::string vocabulary;
  /// Present for estimators only.
  std::optional<TokenEstimator> estimator;
  SpecialTokens special_tokens;
  /// How chats are put together for its models; empty when that is not known.
  std::string framing;
  Source source;
};

/// A message as a model reads it. Each part is cut into tokens on its own; `{role}` and `{text}`
/// stand for those of the message, special tokens for themselves.
using FramingParts = std::vector<std::string>;

/// What a chat adds to the texts of its messages.
struct Framing {
  std::string id;
  std::string name;
  /// Whether a count with it is exact where the encoding is.
  bool is_exact = false;
  FramingParts at_start;
  /// For roles that have none of their own; may be empty.
  FramingParts message;
  std::vector<std::pair<std::string, FramingParts>> message_by_role;
  /// What the model reads before it answers.
  FramingParts at_end;
  // Tokens besides those of the parts.
  Range tokens_at_start;
  Range tokens_per_message;
  Range tokens_per_name;
  Range tokens_at_end;
  Source source;
};

struct MethodProfile {
  std::string id;
  /// Constants by name, unit in the name; single figures are ranges of one point.
  std::vector<std::pair<std::string, Range>> constants;
  Source source;
};

struct MethodEntry {
  std::string id;
  std::string name;
  std::string default_profile;
  /// What is inside the figure: gpu, host, idle, pue, embodied, …
  std::vector<std::string> boundary;
  std::vector<MethodProfile> profiles;
  Source source;
};

/// All data people edit under config/, validated. Immutable after loading.
struct Catalog {
  std::vector<ModelClass> classes;
  std::vector<Model> models;
  std::vector<ModelFamily> families;
  std::vector<Provider> providers;
  std::vector<Region> regions;
  std::vector<CloudRegion> cloud_regions;
  std::vector<GridShape> grid_shapes;
  std::vector<Accelerator> accelerators;
  std::vector<ModelArchitecture> architectures;
  std::vector<ServingClass> serving;
  std::vector<AttachmentRule> attachments;
  std::vector<EquivalenceEntry> equivalences;
  std::vector<UsageProfile> usage_profiles;
  std::vector<ServiceProfile> services;
  std::vector<Language> languages;
  std::vector<Encoding> encodings;
  std::vector<Framing> framings;
  std::vector<MethodEntry> methods;
  /// Of the user's own machines; the shipped catalog has none.
  std::vector<Calibration> calibrations;
  CatalogIndex index;
};

/// Works the index out; to be called again when entries were changed.
void index_names(Catalog& catalog);

/// The entries of that name in a sorted part of the index, by their order in the catalog.
[[nodiscard]] std::span<const NamedEntry> find_named(const std::vector<NamedEntry>& names,
                                                     std::string_view name);

/// The catalog compiled in from config/ at build time.
[[nodiscard]] const Catalog& shipped_catalog();
/// The encodings of the shipped catalog alone, which are read many times faster.
[[nodiscard]] const std::vector<Encoding>& shipped_encodings();

/// The entry of that id in one of the catalog's lists, or null.
template <typename Entry>
[[nodiscard]] const Entry* find_by_id(const std::vector<Entry>& entries, std::string_view id) {
  for (const Entry& entry : entries) {
    if (entry.id == id) return &entry;
  }
  return nullptr;
}

/// The region of that id, or null.
[[nodiscard]] const Region* find_region(const Catalog& catalog, std::string_view id);

/// A region by one of its names; both are null when there is none.
struct NamedRegion {
  const Region* region = nullptr;
  /// Present when the name is a cloud operator's; `region` is then its country.
  const CloudRegion* cloud = nullptr;
};

/// Understands ids of regions and cloud regions, "gcp:europe-west1" and, where only one operator
/// has it, "europe-west1", whatever the case of letters.
[[nodiscard]] NamedRegion find_named_region(const Catalog& catalog, std::string_view name);

/// The accelerator of that id, name or alias, whatever the case of its letters, or null.
[[nodiscard]] const Accelerator* find_accelerator(const Catalog& catalog, std::string_view name);

/// The architecture with the longest prefix of a name such as "meta-llama/Llama-3.1-8B-Instruct",
/// or null. What stands before the last slash does not matter, nor does the case of letters.
[[nodiscard]] const ModelArchitecture* find_architecture(const Catalog& catalog,
                                                         std::string_view model_name);

/// How a model name was understood.
enum class ModelMatch { exact, family, site, none };

/// A model to count with: from the catalog, or put together from a family or class.
struct ResolvedModel {
  /// Null when the model had to be put together.
  const Model* known = nullptr;
  Model assumed;
  ModelMatch match = ModelMatch::none;

  [[nodiscard]] const Model& model() const { return known == nullptr ? assumed : *known; }
};

/// Understands a model id, alias, dated id or picker label. Never fails: an unknown name gets its
/// family's, its site's or the largest common class, and `match` says so.
/// @param site "chatgpt", "claude" or empty; picker labels count only on their own site.
[[nodiscard]] ResolvedModel resolve_model(const Catalog& catalog, std::string_view name,
                                          std::string_view site);

}  // namespace gramme
