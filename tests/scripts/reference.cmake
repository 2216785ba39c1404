# registry/README.md must be what the tables say; with ACCEPT it is written anew.

execute_process(COMMAND ${REFERENCE} tests/reference/README.md.mustache
                RESULT_VARIABLE status OUTPUT_VARIABLE printed ERROR_VARIABLE messages)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${messages}")
endif()
if(ACCEPT)
  file(WRITE registry/README.md "${printed}")
  return()
endif()
file(READ registry/README.md expected)
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "registry/README.md is out of date: build the target accept")
endif()
