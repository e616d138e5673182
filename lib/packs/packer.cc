// copydesk_packer OUT FOLDER: reads a pack's folder and writes the image that the build embeds in the library.
#include <cstdio>
#include <fstream>
#include <iostream>

#include "rules/pack_files.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: copydesk_packer OUT FOLDER\n";
    return 2;
  }
  const auto pack = copydesk::read_pack_folder(argv[2]);
  for (const copydesk::Error& error : pack.errors()) std::cerr << error.to_string() << '\n';
  if (!pack.ok()) return 1;
  std::ofstream out(argv[1], std::ios::binary);
  out << copydesk::write_pack_image(pack.value());
  out.close();
  if (!out) std::cerr << "cannot write " << argv[1] << '\n';
  return out ? 0 : 1;
}
