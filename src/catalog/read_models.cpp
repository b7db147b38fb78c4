#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

constexpr Bounds kTokensPerSecond{0.01, 100000.0};
constexpr Bounds kFirstTokenSeconds{0.0, 3600.0};

}  // namespace

ModelClass read_model_class(const Value& value, const Path& path, Reading& reading) {
  Fields fields(
      value, path, reading,
      {"id", "name", "total_parameters_billion", "active_parameters_billion", "source", "as_of"});
  ModelClass entry;
  entry.id = read_id(fields);
  entry.name = fields.text("name");
  entry.parameters = read_parameters(fields);
  entry.source = read_source(fields);
  return entry;
}

Model read_model(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "name", "provider", "class", "encoding", "aliases", "page_labels",
                 "total_parameters_billion", "active_parameters_billion",
                 "output_tokens_per_second", "seconds_to_first_token", "source", "as_of"});
  Model model;
  model.id = read_id(fields);
  model.name = fields.text("name");
  model.provider = fields.text("provider");
  model.model_class = fields.text("class");
  model.encoding = fields.text("encoding");
  model.aliases = fields.texts("aliases");
  model.page_labels = fields.texts("page_labels");
  if (fields.find("total_parameters_billion") != nullptr ||
      fields.find("active_parameters_billion") != nullptr) {
    model.parameters = read_parameters(fields);
  }
  model.output_tokens_per_second =
      fields.optional_number("output_tokens_per_second", kTokensPerSecond);
  model.seconds_to_first_token =
      fields.optional_number("seconds_to_first_token", kFirstTokenSeconds);
  model.source = read_source(fields);
  return model;
}

ModelFamily read_model_family(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "prefix", "provider", "class", "encoding", "source", "as_of"});
  ModelFamily family;
  family.id = read_id(fields);
  family.prefix = fields.text("prefix");
  family.provider = fields.text("provider");
  family.model_class = fields.text("class");
  family.encoding = fields.text("encoding");
  family.source = read_source(fields);
  return family;
}

}  // namespace gramme
