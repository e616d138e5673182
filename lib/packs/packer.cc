// copydesk_packer OUT FOLDER: reads and compiles a pack's folder and writes the image that the build embeds in the library.
#include <cstdio>
#include <fstream>
#include <iostream>

#include "rules/compiled_pack.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: copydesk_packer OUT FOLDER\n";
    return 2;
  }
  auto pack = copydesk::read_pack_folder(argv[2]);
  const auto image = pack.ok() ? copydesk::compile_pack(std::move(pack).value()) : pack.errors();
  for (const copydesk::Error& error : image.errors()) std::cerr << error.to_string() << '\n';
  if (!image.ok()) return 1;
  std::ofstream out(argv[1], std::ios::binary);
  out << image.value();
  out.close();
  if (!out) std::cerr << "cannot write " << argv[1] << '\n';
  return out ? 0 : 1;
}
