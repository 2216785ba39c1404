# One diagnostics case: what `problemc check CASE.yaml` prints must equal CASE.stderr, byte for byte.

execute_process(COMMAND ${PROBLEMC} check ${CASE}.yaml
                RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE printed)
file(READ ${CASE}.stderr expected)
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "${CASE}: printed\n${printed}\n${CASE}: expected\n${expected}")
endif()
if(NOT out STREQUAL "")
  message(FATAL_ERROR "${CASE}: standard output is not empty:\n${out}")
endif()
set(wanted 0)
if(expected MATCHES "error: ")
  set(wanted 1)
endif()
if(NOT status EQUAL wanted AND NOT (status EQUAL 2 AND expected MATCHES "file-unreadable"))
  message(FATAL_ERROR "${CASE}: exit status ${status}, expected ${wanted}")
endif()
