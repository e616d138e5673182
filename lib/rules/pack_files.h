// Room 4, rules. A pack as files in memory: read from a folder or from the image in the library, the same either way.
#pragma once

#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/result.h"
#include "tokens/abbreviations.h"

namespace copydesk {

inline constexpr std::string_view kManifestFile = "pack.toml";

// The text files by their path within the pack, the image of its words and lists, and of a pack in the library what the build
// has compiled of it, which serves while no other pack is laid over it.
struct PackFiles {
  std::string name;  // for messages: the folder, or `embedded`
  std::map<std::string, std::string_view, std::less<>> files;
  std::string_view lexicon, compiled;
  std::deque<std::string> storage;  // what the views point into, unless the image is in the library

  // Moved only: a copy's views would point into the storage of the first.
  PackFiles() = default;
  PackFiles(PackFiles&&) = default;
  PackFiles& operator=(PackFiles&&) = default;
};

// Reads the manifest, the files it names, and builds the image of its words and lists. A list may stand in a sister folder
// (`../common/sectors.tsv`). Errors: all of every file.
Result<PackFiles> read_pack_folder(const std::string& folder);

// The same, for who goes on to load what can be read and tells all errors together. `below`: the packs that this one is laid
// over, so that its lists are split the way their texts are and hold what theirs may hold.
PackFiles read_pack_folder(const std::string& folder, std::vector<Error>& errors,
                           std::span<const PackFiles> below = {});

// The same for a pack that stands in memory: `files` by name, `name` in place of the folder.
PackFiles read_pack_texts(const std::string& name, const std::map<std::string, std::string>& files,
                          std::vector<Error>& errors, std::span<const PackFiles> below);

// Adds what a pack says of where words end.
void add_abbreviations(const PackFiles& pack, Abbreviations& abbreviations);

inline constexpr std::string_view kEmbeddedPack = "embedded";

// The binary form of a pack and its reader; `image` must outlive the result.
std::string write_pack_image(const PackFiles& pack);
Result<PackFiles> read_pack_image(std::string_view image, std::string name);

}  // namespace copydesk
