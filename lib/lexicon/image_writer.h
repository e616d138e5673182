// Room 3, lexicon. Writes the parts of an image in their order.
#pragma once

#include <string>
#include <vector>

#include "lexicon/image.h"

namespace copydesk {

class ImageWriter {
 public:
  // `size`: bytes that the image will have, as far as known.
  explicit ImageWriter(std::size_t size) {
    image_.reserve(sizeof(ImageHeader) + size + 16 * std::size(header_.sizes));
    image_.resize(sizeof(ImageHeader));
  }

  // Takes the part over and lets it go.
  template <class Part>
  void add(Part part) {
    const std::size_t size = part.size() * sizeof part[0];
    header_.sizes[part_++] = size;
    image_.append(reinterpret_cast<const char*>(part.data()), size);
    image_.resize(image_aligned(image_.size()), '\0');
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

}  // namespace copydesk
