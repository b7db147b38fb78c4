#include "catalog/read_sections.hpp"

namespace gramme {

UsageProfile read_usage_profile(const Value& value, const Path& path, Reading& reading) {
  constexpr Bounds kCharacters{1.0, 1e8};
  constexpr Bounds kPerToken{0.5, 20.0};
  Fields fields(value, path, reading,
                {"id", "name", "plural", "input_characters", "output_characters",
                 "characters_per_token", "source", "as_of"});
  UsageProfile profile;
  profile.id = read_id(fields);
  profile.name = fields.text("name");
  profile.plural = fields.text("plural");
  profile.input_characters = fields.range("input_characters", kCharacters);
  profile.output_characters = fields.range("output_characters", kCharacters);
  profile.characters_per_token = fields.range("characters_per_token", kPerToken);
  profile.source = read_source(fields);
  return profile;
}

}  // namespace gramme
