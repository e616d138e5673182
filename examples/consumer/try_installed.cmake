# Installs the library of BUILD into SCRATCH, then configures, builds and runs the project SOURCE against it.
function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --config ${CONFIG} --prefix ${SCRATCH}/prefix --component copydesk_library)
run(${CMAKE_COMMAND} -S ${SOURCE} -B ${SCRATCH}/build -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER}
    -DCMAKE_BUILD_TYPE=${CONFIG} -DCMAKE_CXX_FLAGS=${FLAGS} -DCMAKE_PREFIX_PATH=${SCRATCH}/prefix)
run(${CMAKE_COMMAND} --build ${SCRATCH}/build)

execute_process(COMMAND ${SCRATCH}/build/newsroom OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
set(expected "signing on 2024-05-04: Norway Kenya\n")
if(NOT output STREQUAL expected)
  message(FATAL_ERROR "the program printed\n${output}and not\n${expected}")
endif()
