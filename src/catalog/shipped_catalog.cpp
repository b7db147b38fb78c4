#include "catalog/load_catalog.hpp"
#include "catalog/shipped_document.hpp"
#include "data/packed.hpp"

namespace gramme {

namespace {

/// The build checked this document with load_catalog, so it cannot fail here.
Catalog read_shipped() { return read_checked_catalog(unpack(shipped_document())); }

}  // namespace

const Catalog& shipped_catalog() {
  static const Catalog catalog = read_shipped();
  return catalog;
}

}  // namespace gramme
