# Installs the library, its headers, the CMake package `copydesk` and copydesk.pc.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/copydesk)

install(TARGETS copydesk EXPORT copydesk
  ARCHIVE COMPONENT copydesk_library
  LIBRARY COMPONENT copydesk_library
  FILE_SET HEADERS COMPONENT copydesk_library)
install(EXPORT copydesk NAMESPACE copydesk:: FILE copydeskTargets.cmake
  DESTINATION ${package_dir} COMPONENT copydesk_library)

# Whoever passes the library on passes on what its data asks to be told.
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE packs/en/ATTRIBUTION.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT copydesk_library)

get_target_property(copydesk_type copydesk TYPE)
configure_package_config_file(cmake/copydeskConfig.cmake.in copydeskConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(copydeskConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/copydeskConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/copydeskConfigVersion.cmake
  ${CMAKE_CURRENT_SOURCE_DIR}/cmake/Findre2.cmake
  DESTINATION ${package_dir} COMPONENT copydesk_library)

# copydesk.pc finds its prefix from where it stands, so that the whole can be moved. A static library leaves its private
# libraries to be linked by its users; they stand where `pkg-config --libs` tells them without --static.
set(pc_folder ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
  cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${pc_folder} OUTPUT_VARIABLE copydesk_pc_prefix)
else()
  cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX}/${pc_folder}
    OUTPUT_VARIABLE copydesk_pc_prefix)
endif()
foreach(folder IN ITEMS include lib)
  string(TOUPPER ${folder} upper)
  set(copydesk_pc_${folder}dir "${CMAKE_INSTALL_${upper}DIR}")
  if(NOT IS_ABSOLUTE "${copydesk_pc_${folder}dir}")
    string(PREPEND copydesk_pc_${folder}dir "\${prefix}/")
  endif()
endforeach()
set(copydesk_pc_requires "")
set(copydesk_pc_libs "")
if(copydesk_type STREQUAL "STATIC_LIBRARY")
  set(copydesk_pc_requires "icu-i18n icu-uc re2")
  set(copydesk_pc_libs " -lboost_locale -lstdc++")
endif()
configure_file(cmake/copydesk.pc.in copydesk.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/copydesk.pc DESTINATION ${pc_folder} COMPONENT copydesk_library)
