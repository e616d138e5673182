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

get_target_property(copydesk_type copydesk TYPE)
configure_package_config_file(cmake/copydeskConfig.cmake.in copydeskConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(copydeskConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/copydeskConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/copydeskConfigVersion.cmake
  ${CMAKE_CURRENT_SOURCE_DIR}/cmake/Findre2.cmake
  DESTINATION ${package_dir} COMPONENT copydesk_library)

configure_file(cmake/copydesk.pc.in copydesk.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/copydesk.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT copydesk_library)
