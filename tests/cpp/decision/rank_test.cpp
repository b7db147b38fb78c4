#include "gramme/rank.hpp"

#include "catch.hpp"

namespace gramme {
namespace {

TEST_CASE("figures whose ranges overlap are tied, others are ranked by who is surely better") {
  // b lies below all; a and d overlap; c lies above b and d, and touches a.
  const std::vector<Range> figures{{4, 5, 10}, {1, 2, 3}, {10, 11, 12}, {5, 6, 7}};
  const std::vector<Ranked> ranked = rank_of(figures);
  REQUIRE(ranked.size() == 4);
  CHECK(ranked[0].index == 1);
  CHECK(ranked[0].rank == 1);
  CHECK_FALSE(ranked[0].is_tied);
  CHECK(ranked[1].index == 0);
  CHECK(ranked[1].rank == 2);
  CHECK(ranked[1].is_tied);
  CHECK(ranked[2].index == 3);
  CHECK(ranked[2].rank == 2);
  CHECK(ranked[2].is_tied);
  CHECK(ranked[3].index == 2);
  CHECK(ranked[3].rank == 3);
  CHECK(ranked[3].is_tied);
}

TEST_CASE("figures that are alike keep their order and are tied") {
  const std::vector<Ranked> ranked = rank_of(std::vector<Range>{{1, 1, 1}, {1, 1, 1}});
  CHECK(ranked[0].index == 0);
  CHECK(ranked[1].index == 1);
  CHECK(ranked[1].rank == 1);
  CHECK(ranked[1].is_tied);
  CHECK(rank_of({}).empty());
}

}  // namespace
}  // namespace gramme
