#include "rules/without_examples.h"

#include <gtest/gtest.h>

namespace copydesk {
namespace {

struct FileCase {
  const char* text;
  const char* kept;
};

TEST(WithoutExamples, KeepsAllElseWhereItStands) {
  const FileCase cases[] = {
      {"", ""},
      {"a = 1\nexamples = [\"They met.\"]\nb = 2\n", "a = 1\n\nb = 2\n"},
      {"counter_examples = [\"He met targets.\"]\nb = 2", "\nb = 2"},
      {"examples = [\n  \"One.\",\n  \"Two.\",\n]\nb = 2\n", "\n\n\n\nb = 2\n"},
      // Marks and brackets inside of what is quoted.
      {"examples = [{ text = 'a ] b', gives = \"c \\\"]\\\" d\" }, [\"e\"]]\nb = 2\n", "\nb = 2\n"},
      // What is not the key of a rule, or is written in an unusual way.
      {"more_examples = [\"a\"]\n", "more_examples = [\"a\"]\n"},
      {"pattern = '''examples = [x]'''\n", "pattern = '''examples = [x]'''\n"},
      {"examples = [ # two\n  \"a\" ]\n", "examples = [ # two\n  \"a\" ]\n"},
      {"examples = ['''a''']\n", "examples = ['''a''']\n"},
      {"examples = [\"a\"\nb = 2\n", "examples = [\"a\"\nb = 2\n"},
  };
  for (const FileCase& file : cases) EXPECT_EQ(without_examples(file.text), file.kept) << file.text;
}

}  // namespace
}  // namespace copydesk
