#include "catalog/load_catalog.hpp"
#include "catalog/shipped_document.hpp"
#include "json/json.hpp"

namespace gramme {

namespace {

/// The build validated this document with the same loader, so it cannot fail here.
Catalog read_shipped() {
  const Result<Value> document = parse_json(shipped_document());
  if (!document) return {};
  Result<Catalog> catalog = load_catalog(*document);
  return catalog.is_ok() ? std::move(catalog).value() : Catalog{};
}

}  // namespace

const Catalog& shipped_catalog() {
  static const Catalog catalog = read_shipped();
  return catalog;
}

}  // namespace gramme
