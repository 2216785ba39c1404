# One registry: it compiles without a finding, and to exactly the files in tests/golden.

set(directory ${OUT}/${REGISTRY})
file(REMOVE_RECURSE ${directory})
execute_process(COMMAND ${PROBLEMC} compile ${REGISTRY}.yaml -o ${directory}
                RESULT_VARIABLE status ERROR_VARIABLE printed)
if(NOT status EQUAL 0 OR NOT printed STREQUAL "")
  message(FATAL_ERROR "${REGISTRY}: exit status ${status}\n${printed}")
endif()
execute_process(COMMAND ${PROBLEMC} openapi ${REGISTRY}.yaml -o ${directory}/openapi.yaml
                RESULT_VARIABLE status ERROR_VARIABLE printed)
if(NOT status EQUAL 0 OR NOT printed STREQUAL "")
  message(FATAL_ERROR "${REGISTRY}: openapi: exit status ${status}\n${printed}")
endif()
set(golden ${CMAKE_CURRENT_LIST_DIR}/../golden/${REGISTRY})
file(GLOB expected RELATIVE ${golden} ${golden}/*)
file(GLOB written RELATIVE ${directory} ${directory}/*)
if(NOT "${written}" STREQUAL "${expected}")
  message(FATAL_ERROR "${REGISTRY}: wrote ${written}, expected ${expected}")
endif()
foreach(file IN LISTS written)
  execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${directory}/${file} ${golden}/${file}
                  RESULT_VARIABLE different ERROR_QUIET)
  if(different)
    execute_process(COMMAND diff -u ${golden}/${file} ${directory}/${file})
    message(FATAL_ERROR "${REGISTRY}: ${file} differs from its golden")
  endif()
endforeach()
