#include <cstring>

#include "lexicon/image.h"
#include "rules/pack_files.h"

namespace copydesk {
namespace {

constexpr std::string_view kMagic = "CPYPACK1";
constexpr std::string_view kLexiconFile = "lexicon", kCompiledFile = "compiled";

void append_number(std::string& image, std::uint64_t number) {
  image.append(reinterpret_cast<const char*>(&number), sizeof number);
}

// A name or content, its size before it, filled up to eight bytes so that the lexicon lies aligned.
void append_part(std::string& image, std::string_view part) {
  append_number(image, part.size());
  image.append(part);
  image.resize(image_aligned(image.size()), '\0');
}

bool take_part(std::string_view& image, std::string_view& part) {
  std::uint64_t size = 0;
  if (image.size() < sizeof size) return false;
  std::memcpy(&size, image.data(), sizeof size);
  image.remove_prefix(sizeof size);
  if (size > image.size()) return false;
  part = image.substr(0, static_cast<std::size_t>(size));
  image.remove_prefix(std::min(image.size(), static_cast<std::size_t>(image_aligned(size))));
  return true;
}

}  // namespace

std::string write_pack_image(const PackFiles& pack) {
  std::string image(kMagic);
  for (const auto& [name, text] : pack.files) {
    append_part(image, name);
    append_part(image, text);
  }
  append_part(image, kLexiconFile);
  append_part(image, pack.lexicon);
  append_part(image, kCompiledFile);
  append_part(image, pack.compiled);
  return image;
}

Result<PackFiles> read_pack_image(std::string_view image, std::string name) {
  PackFiles pack;
  pack.name = std::move(name);
  if (!image.starts_with(kMagic)) return Error{pack.name, 0, 0, "found no pack image"};
  image.remove_prefix(kMagic.size());
  std::string_view file, content;
  while (!image.empty()) {
    if (!take_part(image, file) || !take_part(image, content))
      return Error{pack.name, 0, 0, "the pack image is cut short"};
    if (file == kLexiconFile)
      pack.lexicon = content;
    else if (file == kCompiledFile)
      pack.compiled = content;
    else
      pack.files.emplace(file, content);
  }
  return pack;
}

}  // namespace copydesk
