#include "catalog/load_catalog.hpp"
#include "catalog/read_sections.hpp"
#include "catalog/shipped_document.hpp"
#include "data/packed.hpp"

namespace gramme {

namespace {

// The build checked this document with load_catalog, so reading it cannot fail here.
Catalog read_shipped() { return read_checked_catalog(shipped_document()); }

std::vector<Encoding> read_shipped_encodings() {
  const Value section = unpack(shipped_encoding_section());
  Reading reading;
  Fields fields(section, Path{}, reading, {"encodings"});
  return read_entries<Encoding>(fields, "encodings", read_encoding);
}

}  // namespace

Value shipped_document() {
  Value sections = unpack(shipped_sections());
  Value encodings = unpack(shipped_encoding_section());
  for (Member& member : *encodings.record()) sections.record()->push_back(std::move(member));
  return sections;
}

const Catalog& shipped_catalog() {
  static const Catalog catalog = read_shipped();
  return catalog;
}

const std::vector<Encoding>& shipped_encodings() {
  static const std::vector<Encoding> encodings = read_shipped_encodings();
  return encodings;
}

}  // namespace gramme
