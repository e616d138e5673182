#include "lexicon/lexicon_builder.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "lexicon/image.h"

namespace copydesk {
namespace {

class ImageWriter {
 public:
  ImageWriter() : image_(sizeof(ImageHeader), '\0') {}

  void add(std::string_view bytes) {
    header_.sizes[part_++] = bytes.size();
    image_.append(bytes);
    image_.resize(image_aligned(image_.size()), '\0');
  }

  template <class T>
  void add(const std::vector<T>& part) {
    add(std::string_view(reinterpret_cast<const char*>(part.data()), part.size() * sizeof(T)));
  }

  std::string finish() {
    image_.replace(0, sizeof header_, reinterpret_cast<const char*>(&header_), sizeof header_);
    return std::move(image_);
  }

 private:
  ImageHeader header_;
  std::size_t part_ = 0;
  std::string image_;
};

std::vector<std::uint32_t> hash_slots(const std::vector<std::uint32_t>& hashes) {
  const std::size_t size = std::bit_ceil(hashes.size() * 2 + 2);
  std::vector<std::uint32_t> slots(size);
  for (std::uint32_t word = 0; word < hashes.size(); ++word) {
    std::size_t at = hashes[word] & (size - 1);
    while (slots[at] != 0) at = (at + 1) & (size - 1);
    slots[at] = word + 1;
  }
  return slots;
}

}  // namespace

std::uint32_t LexiconBuilder::word_id(std::string_view folded) {
  if (const auto known = ids_.find(folded); known != ids_.end()) return known->second;
  const auto id = static_cast<std::uint32_t>(words_.size());
  ids_.emplace(folded, id);
  words_.push_back({.hash = hash_folded(folded)});
  text_ += folded;
  word_begin_.push_back(static_cast<std::uint32_t>(text_.size()));
  return id;
}

std::uint32_t LexiconBuilder::string_id(std::string_view text) {
  if (text.empty()) return 0;
  if (const auto known = string_ids_.find(text); known != string_ids_.end()) return known->second;
  const auto id = static_cast<std::uint32_t>(strings_.size());
  string_ids_.emplace(text, id);
  (strings_ += text) += '\0';
  return id;
}

std::uint32_t LexiconBuilder::kind_id(std::uint32_t string) {
  if (string == 0) return 0;
  const auto [at, added] = kind_ids_.try_emplace(string, static_cast<std::uint32_t>(kinds_.size()));
  if (added) kinds_.push_back(string);
  return at->second;
}

void LexiconBuilder::add_word(std::string_view folded, ClassMask word_class, std::string_view lemma,
                              std::uint32_t count) {
  const std::uint32_t id = word_id(folded);
  const std::uint32_t lemma_id = lemma.empty() ? id : word_id(lemma);
  Word& word = words_[id];
  word.classes |= word_class;
  if (word.likely == 0 || count > word.likely_count) {
    word.likely = word_class;
    word.likely_count = count;
  }
  forms_.push_back({lemma_id, id, word_class});
}

std::uint16_t LexiconBuilder::add_list(std::string_view name, const std::vector<std::string>& columns) {
  const auto kind = std::ranges::find(columns, "kind");
  kind_column_.push_back(kind == columns.end() ? -1 : static_cast<int>(kind - columns.begin()));
  lists_.push_back(
      {string_id(name), static_cast<std::uint32_t>(columns_.size()), static_cast<std::uint32_t>(columns.size()), 0});
  for (const std::string& column : columns) columns_.push_back(string_id(column));
  return static_cast<std::uint16_t>(lists_.size() - 1);
}

std::uint32_t LexiconBuilder::child(std::uint32_t node, std::uint32_t word) {
  const auto [at, added] =
      children_.try_emplace(std::uint64_t{node} << 32 | word, static_cast<std::uint32_t>(nodes_.size()));
  if (added) nodes_.push_back({node, word});
  return at->second;
}

bool LexiconBuilder::add_entry(std::uint16_t list, const TokenLayer& phrase,
                               const std::vector<std::string_view>& values) {
  if (phrase.tokens.empty() || phrase.tokens.size() > kMostTokens) return false;
  ListEntry entry{.list = list};
  bool all_upper = true;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < phrase.tokens.size(); ++i) {
    const TokenData& token = phrase.tokens[i];
    node = child(node, word_id(phrase.folded_of(token)));
    if (token.shape == Shape::capitalised || token.shape == Shape::upper) entry.capitals |= std::uint32_t{1} << i;
    if (token.shape != Shape::upper && token.shape != Shape::none) all_upper = false;
  }
  if (all_upper && entry.capitals != 0) entry.flags |= ListEntry::kUpper;
  entry.values = static_cast<std::uint32_t>(values_.size());
  for (const std::string_view value : values) values_.push_back(string_id(value));
  if (const int kind = kind_column_[list]; kind >= 0)
    entry.kind = kind_id(values_[entry.values + static_cast<std::uint32_t>(kind)]);
  ++lists_[list].entries;
  entries_.push_back({node, static_cast<std::uint32_t>(entries_.size()), entry});
  return true;
}

std::string LexiconBuilder::build() {
  std::vector<std::uint32_t> hashes, root(words_.size()), child_begin(nodes_.size() + 1), child_word, child_node,
      entry_begin(nodes_.size() + 1);
  std::vector<ClassMask> classes, likely;
  for (const Word& word : words_) {
    hashes.push_back(word.hash);
    classes.push_back(word.classes);
    likely.push_back(word.likely);
  }
  std::vector<std::uint32_t> order(nodes_.size() - 1);
  std::iota(order.begin(), order.end(), 1);
  std::ranges::sort(order, {}, [&](std::uint32_t node) { return std::pair(nodes_[node].parent, nodes_[node].word); });
  for (const std::uint32_t node : order) {
    const Node& at = nodes_[node];
    if (at.parent == 0) {
      root[at.word] = node;
      continue;
    }
    ++child_begin[at.parent + 1];
    child_word.push_back(at.word);
    child_node.push_back(node);
  }
  std::partial_sum(child_begin.begin(), child_begin.end(), child_begin.begin());
  std::ranges::sort(entries_, {}, [](const PendingEntry& pending) { return std::pair(pending.node, pending.order); });
  std::vector<ListEntry> entries;
  for (const PendingEntry& pending : entries_) {
    ++entry_begin[pending.node + 1];
    entries.push_back(pending.entry);
  }
  std::partial_sum(entry_begin.begin(), entry_begin.end(), entry_begin.begin());
  std::ranges::sort(forms_, {}, [](const LemmaForm& form) { return std::tuple(form.lemma, form.word, form.classes); });

  ImageWriter writer;
  writer.add(hash_slots(hashes));
  writer.add(hashes);
  writer.add(word_begin_);
  writer.add(std::string_view(text_));
  writer.add(classes);
  writer.add(likely);
  writer.add(forms_);
  writer.add(root);
  writer.add(child_begin);
  writer.add(child_word);
  writer.add(child_node);
  writer.add(entry_begin);
  writer.add(entries);
  writer.add(lists_);
  writer.add(columns_);
  writer.add(kinds_);
  writer.add(values_);
  writer.add(std::string_view(strings_));
  *this = LexiconBuilder();
  return writer.finish();
}

}  // namespace copydesk
