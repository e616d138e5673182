// The steps of all rules over a report grow with its length, however odd it is. Needs what a shared library hides.
#include <gtest/gtest.h>

#include <string>

#include "events/long_texts.h"
#include "pack_loader.h"
#include "pipeline.h"

namespace copydesk::testing {
namespace {

class Steps : public ::testing::Test {
 protected:
  std::uint64_t steps_over(const std::string& text) {
    workspace_.state.matcher.steps_taken = 0;
    pipeline_.run(text, {.reference_date = "2025-12-06"}, workspace_);
    return workspace_.state.matcher.steps_taken;
  }

 private:
  std::vector<Error> errors_;
  Pipeline pipeline_{load_packs({}, false).value(), errors_};
  Workspace workspace_;
};

TEST_F(Steps, OfAReportGrowWithItsLength) {
  for (const LongText& text : kLongTexts) {
    const std::uint64_t few = steps_over(text.of(1000)), many = steps_over(text.of(4000));
    EXPECT_GT(few, 0u) << text.of(2);
    EXPECT_LT(many, 5 * few) << text.of(2);
  }
}

TEST_F(Steps, OfTenThousandSentences) {
  constexpr LongText kReport{"OSLO, Dec. 5 (AFP) - Norway and Chile signed a treaty on Friday.\n\n",
                             "# told # on Monday that talks on fish farms would go on in Bergen next week. ", "\n"};
  const std::uint64_t few = steps_over(kReport.of(1000)), many = steps_over(kReport.of(10'000));
  EXPECT_LT(many, 11 * few);
}

}  // namespace
}  // namespace copydesk::testing
