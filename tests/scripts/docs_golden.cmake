# The payments registry's site: its overviews and one page must be what tests/docs/payments has; with ACCEPT that is written anew.

set(files index.html llms.txt sitemap.xml validation-failed/index.html validation-failed/index.md validation-failed/index.json
    validation-failed/schema.json validation-failed/explain.txt)
set(golden ${CMAKE_CURRENT_LIST_DIR}/../docs/payments)
file(REMOVE_RECURSE ${OUT})
execute_process(COMMAND ${PROBLEMC} docs registry/payments.yaml -o ${OUT}
                RESULT_VARIABLE status ERROR_VARIABLE printed)
if(NOT status EQUAL 0 OR NOT printed STREQUAL "")
  message(FATAL_ERROR "exit status ${status}\n${printed}")
endif()
execute_process(COMMAND ${PROBLEMC} explain registry/payments.yaml validation-failed
                OUTPUT_FILE ${OUT}/validation-failed/explain.txt COMMAND_ERROR_IS_FATAL ANY)
foreach(file IN LISTS files)
  if(ACCEPT)
    cmake_path(GET file PARENT_PATH folder)
    file(COPY ${OUT}/${file} DESTINATION ${golden}/${folder})
    continue()
  endif()
  execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${OUT}/${file} ${golden}/${file}
                  RESULT_VARIABLE different ERROR_QUIET)
  if(different)
    execute_process(COMMAND diff -u ${golden}/${file} ${OUT}/${file})
    message(FATAL_ERROR "${file} differs from its golden")
  endif()
endforeach()
