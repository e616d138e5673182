# copydesk_embed_packs(TARGET PACK FOLDER...): an object library with the image that copydesk_packer makes of a pack, between
# the symbols copydesk_pack_begin and copydesk_pack_end. Made anew whenever a file of the pack, or of the folders that it
# refers to, changes.
# When cross-compiling, COPYDESK_PACKER names a packer that runs on this machine and lays numbers and structs out as the target does.
function(copydesk_embed_packs target)
  set(pack_files "")
  foreach(folder IN LISTS ARGN)
    set(pack ${CMAKE_CURRENT_SOURCE_DIR}/${folder})
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${pack}/*.tsv ${pack}/*.toml)
    list(FILTER files EXCLUDE REGEX "/generate/")
    list(APPEND pack_files ${files})
  endforeach()

  set(packer ${COPYDESK_PACKER})
  if(NOT packer)
    add_executable(copydesk_packer packs/packer.cc)
    target_link_libraries(copydesk_packer PRIVATE copydesk_rules copydesk_lexicon copydesk_tokens copydesk_text)
    set(packer copydesk_packer)
  endif()

  set(COPYDESK_PACK_IMAGE ${CMAKE_CURRENT_BINARY_DIR}/packs/copydesk.image)
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/packs)
  add_custom_command(OUTPUT ${COPYDESK_PACK_IMAGE}
    COMMAND ${packer} ${COPYDESK_PACK_IMAGE} ${CMAKE_CURRENT_SOURCE_DIR}/${ARGV1}
    DEPENDS ${packer} ${pack_files}
    COMMENT "Packing ${ARGV1}"
    VERBATIM)
  configure_file(packs/embedded.S.in ${CMAKE_CURRENT_BINARY_DIR}/packs/embedded.S @ONLY)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/packs/embedded.S PROPERTIES
    OBJECT_DEPENDS ${COPYDESK_PACK_IMAGE})
  add_library(${target} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/packs/embedded.S)
endfunction()
