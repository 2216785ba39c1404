# Takes what problemc prints now as what is expected: diagnostics, pairs of registries and goldens.

file(GLOB cases RELATIVE ${CMAKE_CURRENT_LIST_DIR}/../diagnostics ${CMAKE_CURRENT_LIST_DIR}/../diagnostics/*.yaml)
foreach(case IN LISTS cases)
  cmake_path(GET case STEM name)
  execute_process(COMMAND ${PROBLEMC} check ${case}
                  WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR}/../diagnostics
                  ERROR_FILE ${name}.stderr)
endforeach()
file(GLOB pairs ${CMAKE_CURRENT_LIST_DIR}/../diff/*/old.yaml)
foreach(old IN LISTS pairs)
  cmake_path(GET old PARENT_PATH directory)
  execute_process(COMMAND ${CMAKE_COMMAND} -DPROBLEMC=${PROBLEMC} -DACCEPT=ON -P ${CMAKE_CURRENT_LIST_DIR}/diff.cmake
                  WORKING_DIRECTORY ${directory})
endforeach()
foreach(registry IN LISTS REGISTRIES)
  execute_process(COMMAND ${PROBLEMC} compile ${registry}.yaml
                          -o ${CMAKE_CURRENT_LIST_DIR}/../golden/${registry}
                  WORKING_DIRECTORY registry)
  execute_process(COMMAND ${PROBLEMC} openapi ${registry}.yaml
                          -o ${CMAKE_CURRENT_LIST_DIR}/../golden/${registry}/openapi.yaml
                  WORKING_DIRECTORY registry)
endforeach()
