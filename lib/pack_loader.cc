#include "pack_loader.h"

extern "C" const char copydesk_pack_begin[];
extern "C" const char copydesk_pack_end[];

namespace copydesk {

Result<std::shared_ptr<const Language>> load_packs(const Options& options, bool keep_sources) {
  std::vector<PackFiles> packs;
  std::vector<Error> errors;
  if (options.embedded_pack) {
    auto pack =
        read_pack_image({copydesk_pack_begin, static_cast<std::size_t>(copydesk_pack_end - copydesk_pack_begin)},
                        std::string(kEmbeddedPack));
    if (!pack.ok()) return pack.errors();
    packs.push_back(std::move(pack).value());
  }
  for (const std::string& folder : options.packs) packs.push_back(read_pack_folder(folder, errors, packs));
  for (const PackText& text : options.pack_texts)
    packs.push_back(read_pack_texts(text.name(), text.files(), errors, packs));
  if (packs.empty()) return Error{"", 0, 0, "no pack given, expected the embedded one or a folder"};
  return load_language(std::move(packs), keep_sources, std::move(errors));
}

}  // namespace copydesk
