#include "rules/compiled_pack.h"

#include "rules/archive.h"

namespace copydesk {

// The pack is compiled from its image, so that the places of its rules are those which the image gives.
Result<std::string> compile_pack(PackFiles pack) {
  const std::string image = write_pack_image(pack);
  auto embedded = read_pack_image(image, std::string(kEmbeddedPack));
  if (!embedded.ok()) return embedded.errors();
  std::vector<PackFiles> packs;
  packs.push_back(std::move(embedded).value());
  const auto language = load_language(std::move(packs), false);
  if (!language.ok()) return language.errors();
  ArchiveWriter writer;
  writer(*language.value());
  pack.compiled = writer.bytes;
  return write_pack_image(pack);
}

Result<std::shared_ptr<const Language>> read_compiled(PackFiles pack) {
  auto language = std::make_shared<Language>();
  ArchiveReader reader(pack.compiled);
  reader(*language);
  if (!reader.whole()) return Error{pack.name, 0, 0, "the compiled pack is cut short"};
  language->grammar.lexicons.push_back(Lexicon::over(pack.lexicon));
  language->grammar.view_rules();
  language->packs.push_back(std::move(pack));
  return std::shared_ptr<const Language>(std::move(language));
}

}  // namespace copydesk
