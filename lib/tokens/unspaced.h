// Words of scripts that are written without spaces, by ICU's dictionaries.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace copydesk {

// Where words end, for one run of such a script. Opens ICU's iterator when first asked.
class UnspacedWords {
 public:
  UnspacedWords();
  ~UnspacedWords();

  // Byte offsets of the ends of the words of `run`, the last one its size.
  const std::vector<std::uint32_t>& ends_of(std::string_view run);

 private:
  struct Iterator;
  std::unique_ptr<Iterator> iterator_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace copydesk
