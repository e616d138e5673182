#include "ordered_pipeline.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <string>

namespace copydesk::testing {
namespace {

using cli::run_ordered;

struct Number {
  int value = 0;
  int squared = 0;
};

// Squares 0 to count - 1; every seventh takes longer. Tells what was drained, in its order.
std::vector<int> squares(unsigned jobs, int count) {
  std::vector<int> drained;
  int next = 0;
  run_ordered<Number>(jobs, {.fill = [&](Number& n) { return (n.value = next++) < count; },
                             .work =
                                 [](Number& n) {
                                   if (n.value % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(50));
                                   n.squared = n.value * n.value;
                                 },
                             .drain = [&](Number& n) { return drained.push_back(n.squared), true; }});
  return drained;
}

TEST(OrderedPipeline, KeepsTheOrder) {
  for (const unsigned jobs : {1u, 2u, 3u, 8u})
    for (const int count : {0, 1, 2, 17, 2000}) {
      std::vector<int> expected(static_cast<std::size_t>(count));
      for (int i = 0; i < count; ++i) expected[static_cast<std::size_t>(i)] = i * i;
      EXPECT_EQ(squares(jobs, count), expected) << jobs << " jobs, " << count << " items";
    }
}

RC_GTEST_PROP(OrderedPipeline, AnyNumberOfJobsAndItems, ()) {
  const auto jobs = *rc::gen::inRange(2u, 6u);
  const auto count = *rc::gen::inRange(0, 100);
  RC_ASSERT(squares(jobs, count) == squares(1, count));
}

TEST(OrderedPipeline, OneJobNeedsNoThread) {
  const auto caller = std::this_thread::get_id();
  int left = 3;
  bool same = true;
  const auto note = [&](Number&) { return same = same && std::this_thread::get_id() == caller, true; };
  run_ordered<Number>(1, {.fill = [&](Number& n) { return note(n) && left-- > 0; }, .work = note, .drain = note});
  EXPECT_TRUE(same);
}

TEST(OrderedPipeline, HoldsFewBatches) {
  std::atomic<int> filled = 0, drained = 0;
  int most = 0;
  run_ordered<Number>(2, {.fill = [&](Number&) { return ++filled <= 300; },
                          .work = [](Number&) {},
                          .drain =
                              [&](Number&) {
                                most = std::max(most, filled - drained);
                                std::this_thread::sleep_for(std::chrono::microseconds(20));
                                return ++drained, true;
                              }});
  EXPECT_LE(most, 2 * 2 + 2 + 1);
}

TEST(OrderedPipeline, StopsWhenDrainWantsNoMore) {
  for (const unsigned jobs : {1u, 4u}) {
    int drained = 0;
    run_ordered<Number>(jobs, {.fill = [](Number&) { return true; },  // for ever
                               .work = [](Number&) {},
                               .drain = [&](Number&) { return ++drained < 5; }});
    EXPECT_EQ(drained, 5) << jobs << " jobs";
  }
}

TEST(OrderedPipeline, PassesTheFirstException) {
  const auto fail = [](Number& n) -> bool { throw std::runtime_error("at " + std::to_string(n.value)); };
  const auto pass = [](Number&) { return true; };
  for (const unsigned jobs : {1u, 4u}) {
    EXPECT_THROW(run_ordered<Number>(jobs, {.fill = fail, .work = pass, .drain = pass}), std::runtime_error);
    EXPECT_THROW(run_ordered<Number>(jobs, {.fill = pass, .work = fail, .drain = pass}), std::runtime_error);
    EXPECT_THROW(run_ordered<Number>(jobs, {.fill = pass, .work = pass, .drain = fail}), std::runtime_error);
  }
}

}  // namespace
}  // namespace copydesk::testing
