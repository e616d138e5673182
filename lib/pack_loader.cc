#include "pack_loader.h"

extern "C" const char copydesk_pack_begin[];
extern "C" const char copydesk_pack_end[];

namespace copydesk {

Result<std::shared_ptr<const Language>> load_packs(const Options& options, bool keep_sources) {
  std::vector<PackFiles> packs;
  std::vector<Error> errors;
  const auto add = [&](Result<PackFiles> pack) {
    errors.insert(errors.end(), pack.errors().begin(), pack.errors().end());
    if (pack.ok()) packs.push_back(std::move(pack).value());
  };
  if (options.embedded_pack)
    add(read_pack_image({copydesk_pack_begin, static_cast<std::size_t>(copydesk_pack_end - copydesk_pack_begin)}, "embedded"));
  for (const std::string& folder : options.packs) add(read_pack_folder(folder));
  if (!errors.empty()) return errors;
  if (packs.empty()) return Error{"", 0, 0, "no pack given, expected the embedded one or a folder"};
  return load_language(std::move(packs), keep_sources);
}

}  // namespace copydesk
