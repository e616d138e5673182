#include "lexicon/lexicon.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "lexicon/image.h"

namespace copydesk {
namespace {

// Hands out the parts of an image in their order.
class ImageCursor {
 public:
  ImageCursor(std::string_view image, const ImageHeader& header) : image_(image), header_(header) {}

  std::string_view bytes() {
    const auto size = static_cast<std::size_t>(header_.sizes[part_++]);
    const std::string_view result = image_.substr(at_, size);
    at_ += static_cast<std::size_t>(image_aligned(size));
    return result;
  }

  template <class T>
  void read(std::span<const T>& part) {
    const std::string_view raw = bytes();
    part = {reinterpret_cast<const T*>(raw.data()), raw.size() / sizeof(T)};
  }

 private:
  std::string_view image_;
  const ImageHeader& header_;
  std::size_t at_ = sizeof(ImageHeader);
  std::size_t part_ = 0;
};

bool well_formed(std::string_view image, ImageHeader& header) {
  if (image.size() < sizeof header) return false;
  std::memcpy(&header, image.data(), sizeof header);
  std::uint64_t total = sizeof header;
  for (const std::uint64_t size : header.sizes) {
    if (size > image.size()) return false;
    total += image_aligned(size);
  }
  return header.magic == kImageMagic && total <= image_aligned(image.size());
}

}  // namespace

Lexicon Lexicon::over(std::string_view image) {
  Lexicon lexicon;
  ImageHeader header;
  if (!well_formed(image, header)) return lexicon;
  ImageCursor cursor(image, header);
  cursor.read(lexicon.slots_);
  cursor.read(lexicon.hashes_);
  cursor.read(lexicon.word_begin_);
  lexicon.text_ = cursor.bytes();
  cursor.read(lexicon.classes_);
  cursor.read(lexicon.likely_);
  cursor.read(lexicon.forms_);
  cursor.read(lexicon.root_);
  cursor.read(lexicon.child_begin_);
  cursor.read(lexicon.child_word_);
  cursor.read(lexicon.child_node_);
  cursor.read(lexicon.entry_begin_);
  cursor.read(lexicon.entries_);
  cursor.read(lexicon.lists_);
  cursor.read(lexicon.columns_);
  cursor.read(lexicon.kinds_);
  cursor.read(lexicon.values_);
  lexicon.strings_ = cursor.bytes();
  return lexicon.is_whole() ? lexicon : Lexicon();
}

// Whether the sizes of the parts go together.
bool Lexicon::is_whole() const {
  const std::size_t words = hashes_.size();
  const bool same = classes_.size() <= words && likely_.size() == classes_.size() && root_.size() == words &&
                    word_begin_.size() == words + 1;
  return same && std::has_single_bit(slots_.size()) && slots_.size() > words && !entry_begin_.empty() &&
         child_begin_.size() == entry_begin_.size() && child_word_.size() == child_node_.size() &&
         entry_begin_.back() <= entries_.size();
}

std::uint32_t Lexicon::find(std::string_view folded, std::uint32_t hash) const {
  if (slots_.empty()) return kNoWord;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const std::uint32_t word = slots_[at] - 1;
    if (hashes_[word] == hash && text_of(word) == folded) return word;
  }
  return kNoWord;
}

std::string_view Lexicon::text_of(std::uint32_t word) const {
  return text_.substr(word_begin_[word], word_begin_[word + 1] - word_begin_[word]);
}

std::span<const LemmaForm> Lexicon::forms_of(std::uint32_t lemma) const {
  const auto first = std::ranges::lower_bound(forms_, lemma, {}, &LemmaForm::lemma);
  const auto last = std::ranges::upper_bound(first, forms_.end(), lemma, {}, &LemmaForm::lemma);
  return {first, last};
}

std::string_view Lexicon::string(std::uint32_t offset) const {
  return offset < strings_.size() ? std::string_view(strings_.data() + offset) : std::string_view();
}

bool Lexicon::case_fits(const ListEntry& entry, std::span<const TokenData> tokens, std::uint32_t begin,
                        std::uint32_t end) {
  if (entry.capitals == 0) return true;
  for (std::uint32_t i = begin; i < end && i < begin + 32; ++i) {
    if ((entry.capitals >> (i - begin) & 1) == 0) continue;
    const Shape shape = tokens[i].shape;
    if (shape == Shape::lower || shape == Shape::none) return false;
    if ((entry.flags & ListEntry::kUpper) != 0 && shape != Shape::upper) return false;
  }
  return true;
}

std::uint32_t Lexicon::child(std::uint32_t node, std::uint32_t word) const {
  const auto first = child_word_.begin() + child_begin_[node];
  const auto last = child_word_.begin() + child_begin_[node + 1];
  const auto at = std::lower_bound(first, last, word);
  return at == last || *at != word ? 0 : child_node_[static_cast<std::size_t>(at - child_word_.begin())];
}

}  // namespace copydesk
