# registry/registry.schema.json must be what the tables say; with ACCEPT it is written anew.

execute_process(COMMAND ${SCHEMA} RESULT_VARIABLE status OUTPUT_VARIABLE printed ERROR_VARIABLE messages)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${messages}")
endif()
if(ACCEPT)
  file(WRITE registry/registry.schema.json "${printed}")
  return()
endif()
file(READ registry/registry.schema.json expected)
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "registry/registry.schema.json is out of date: build the target accept, twice if "
                      "problemc itself is to have it")
endif()
