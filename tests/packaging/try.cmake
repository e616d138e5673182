# Steps of the packaging tests: cmake -D STEP=... -P try.cmake. What each reads is named beside it. Also read by all of them:
# COMPILER, GENERATOR, CONFIG, FLAGS (for compiler and linker), LAUNCHER (made of launch.in, or nothing), SCRATCH (a folder of its own).

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(configure source)
  run(${CMAKE_COMMAND} -S ${source} -B ${SCRATCH}/build -G ${GENERATOR} -D CMAKE_CXX_COMPILER=${COMPILER}
      -D CMAKE_BUILD_TYPE=${CONFIG} -D CMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER} ${ARGN})
endfunction()

# expect_output(PROGRAM...): it prints what examples/consumer is to print.
function(expect_output)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
  set(expected "signing on 2024-05-04: Norway Kenya\n")
  if(NOT output STREQUAL expected)
    message(FATAL_ERROR "the program printed\n${output}and not\n${expected}")
  endif()
endfunction()

set(strict -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Werror)
list(JOIN strict " " strict_flags)

# BUILD, a build of the library, installed into PREFIX.
function(try_install)
  file(REMOVE_RECURSE ${PREFIX})
  run(${CMAKE_COMMAND} --install ${BUILD} --config ${CONFIG} --prefix ${PREFIX} --component copydesk_library)
endfunction()

# The library built from SOURCE, shared or static as SHARED says, and installed into PREFIX; nothing is left in its build
# that a test could use by mistake.
function(try_build)
  configure(${SOURCE} -D BUILD_SHARED_LIBS=${SHARED} -D CMAKE_CXX_FLAGS=${FLAGS} -D COPYDESK_TESTS=OFF -D COPYDESK_CLI=OFF
            -D COPYDESK_EXAMPLES=OFF -D COPYDESK_PYTHON=OFF)
  run(${CMAKE_COMMAND} --build ${SCRATCH}/build --target copydesk -j 2)
  set(BUILD ${SCRATCH}/build)
  try_install()
endfunction()

# Whether the installed package is one for a project that asks for VERSION.
function(expect_version version expected)
  file(GLOB_RECURSE file ${PREFIX}/copydeskConfigVersion.cmake)
  set(PACKAGE_FIND_VERSION ${version})
  string(REGEX MATCH "^([0-9]+)\\.([0-9]+)" numbers ${version})
  set(PACKAGE_FIND_VERSION_MAJOR ${CMAKE_MATCH_1})
  set(PACKAGE_FIND_VERSION_MINOR ${CMAKE_MATCH_2})
  include(${file})
  if((PACKAGE_VERSION_COMPATIBLE AND NOT expected) OR (expected AND NOT PACKAGE_VERSION_COMPATIBLE))
    message(FATAL_ERROR "copydesk ${PACKAGE_VERSION} for who asks for ${version}: '${PACKAGE_VERSION_COMPATIBLE}'")
  endif()
endfunction()

# The project CONSUMER against PREFIX, with more warnings than any user has.
function(try_find_package)
  file(REMOVE_RECURSE ${SCRATCH})
  configure(${CONSUMER} -D CMAKE_PREFIX_PATH=${PREFIX} "-DCMAKE_CXX_FLAGS=${FLAGS} ${strict_flags}")
  run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
  expect_output(${SCRATCH}/build/newsroom)
  expect_version(0.1 TRUE)
  foreach(other IN ITEMS 0.0 0.2 1.0)
    expect_version(${other} FALSE)
  endforeach()
endfunction()

# Its program against PREFIX by a line of the compiler with the words of pkg-config, as CONSUMER has it for make.
function(try_pkg_config)
  file(GLOB_RECURSE module ${PREFIX}/copydesk.pc)
  cmake_path(GET module PARENT_PATH folder)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env PKG_CONFIG_PATH=${folder} ${PKG_CONFIG} --cflags --libs copydesk
    OUTPUT_VARIABLE words COMMAND_ERROR_IS_FATAL ANY)
  separate_arguments(words UNIX_COMMAND "${words}")
  separate_arguments(flags UNIX_COMMAND "${FLAGS}")
  file(REMOVE_RECURSE ${SCRATCH})
  file(MAKE_DIRECTORY ${SCRATCH})
  run(${COMPILER} -std=c++20 ${flags} ${strict} ${CONSUMER}/main.cc -o ${SCRATCH}/newsroom ${words})
  cmake_path(GET folder PARENT_PATH library_folder)
  expect_output(${CMAKE_COMMAND} -E env LD_LIBRARY_PATH=${library_folder} ${SCRATCH}/newsroom)
endfunction()

# The project CONSUMER with SOURCE inside it by WAY, which leaves the project as it was. Without ccache, only configured where
# CONFIGURE_ONLY is set.
function(try_inside)
  configure(${CONSUMER} -D NEWSROOM_COPYDESK=${WAY} -D COPYDESK_SOURCE=${SOURCE} -D CMAKE_CXX_FLAGS=${FLAGS}
            -D CMAKE_PROJECT_TOP_LEVEL_INCLUDES=${CMAKE_CURRENT_LIST_DIR}/parent_check.cmake)
  if(CONFIGURE_ONLY AND NOT LAUNCHER)
    return()
  endif()
  run(${CMAKE_COMMAND} --build ${SCRATCH}/build -j 2)
  expect_output(${SCRATCH}/build/newsroom)
endfunction()

cmake_language(CALL try_${STEP})
