# Takes what problemc prints now as what is expected: diagnostics and goldens.

file(GLOB cases RELATIVE ${CMAKE_CURRENT_LIST_DIR}/../diagnostics ${CMAKE_CURRENT_LIST_DIR}/../diagnostics/*.yaml)
foreach(case IN LISTS cases)
  cmake_path(GET case STEM name)
  execute_process(COMMAND ${PROBLEMC} check ${case}
                  WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR}/../diagnostics
                  ERROR_FILE ${name}.stderr)
endforeach()
foreach(registry IN LISTS REGISTRIES)
  execute_process(COMMAND ${PROBLEMC} compile ${registry}.yaml
                          -o ${CMAKE_CURRENT_LIST_DIR}/../golden/${registry}
                  WORKING_DIRECTORY registry)
  execute_process(COMMAND ${PROBLEMC} openapi ${registry}.yaml
                          -o ${CMAKE_CURRENT_LIST_DIR}/../golden/${registry}/openapi.yaml
                  WORKING_DIRECTORY registry)
endforeach()
