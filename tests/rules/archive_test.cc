#include "rules/archive.h"

#include <gtest/gtest.h>

#include <map>
#include <unordered_map>
#include <vector>

namespace copydesk {
namespace {

struct Leaf {  // has a gap, so that it is taken apart
  std::uint8_t kind = 0;
  std::uint32_t number = 0;
  bool operator==(const Leaf&) const = default;
};

struct Tree {
  std::string name;
  std::vector<Leaf> leaves;
  std::vector<std::vector<std::uint16_t>> rows;
  std::map<std::string, std::uint32_t> numbers;
  bool last = false;
  bool operator==(const Tree&) const = default;
};

class Closed {
 public:
  explicit Closed(std::string kept = {}, int derived = 0) : kept_(std::move(kept)), derived_(derived) {}
  static auto archived(auto& self) { return std::tie(self.kept_); }
  const std::string& kept() const { return kept_; }
  int derived() const { return derived_; }

 private:
  std::string kept_;
  int derived_;
};

template <class Value>
std::string bytes_of(const Value& value) {
  ArchiveWriter writer;
  writer(value);
  return writer.bytes;
}

TEST(Members, AreCounted) {
  struct One {
    std::vector<int> a;
  };
  struct Three {
    int a = 1;
    std::string b;
    Leaf c;
  };
  EXPECT_EQ(count_members<One>(), 1u);
  EXPECT_EQ(count_members<Three>(), 3u);
  EXPECT_EQ(count_members<Tree>(), 5u);
}

TEST(Archive, GivesBackWhatWasWritten) {
  const Tree trees[] = {
      {},
      {"oak", {{1, 2}, {3, 4}}, {{}, {5, 6}, {7}}, {{"", 8}, {"acorn", 9}}, true},
      {std::string(300, 'x'), {}, {{1}}, {}, false},
  };
  for (const Tree& tree : trees) {
    const std::string bytes = bytes_of(tree);
    ArchiveReader reader(bytes);
    Tree read{"other", {{9, 9}}, {}, {}, true};
    reader(read);
    EXPECT_TRUE(reader.whole()) << tree.name;
    EXPECT_EQ(read, tree) << tree.name;
  }
}

TEST(Archive, AClassNamesWhatIsKept) {
  const std::string bytes = bytes_of(Closed("kept", 7));
  ArchiveReader reader(bytes);
  Closed read;
  reader(read);
  EXPECT_EQ(read.kept(), "kept");
  EXPECT_EQ(read.derived(), 0);
}

TEST(Archive, SaysWhenBytesAreMissingOrLeft) {
  const std::string bytes = bytes_of(Tree{"oak", {{1, 2}}, {{5, 6}}, {{"acorn", 9}}, true});
  for (std::size_t size = 0; size <= bytes.size(); ++size) {
    ArchiveReader reader(std::string_view(bytes).substr(0, size));
    Tree read;
    reader(read);
    EXPECT_EQ(reader.whole(), size == bytes.size()) << size << " bytes";
  }
  const std::string longer = bytes + "x";
  ArchiveReader reader(longer);
  Tree read;
  reader(read);
  EXPECT_FALSE(reader.whole());
}

}  // namespace
}  // namespace copydesk
