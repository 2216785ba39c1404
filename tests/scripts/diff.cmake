# One pair of registries, in the directory that this runs in: what `problemc diff` prints must equal `expected`; with ACCEPT that is
# written anew.

set(options)
if(EXISTS options)
  file(STRINGS options line)
  separate_arguments(options UNIX_COMMAND "${line}")
endif()
execute_process(COMMAND ${PROBLEMC} diff --today 2026-11-21 ${options} old.yaml new.yaml
                RESULT_VARIABLE status OUTPUT_VARIABLE printed ERROR_VARIABLE messages)
string(APPEND printed "${messages}exit status ${status}\n")
if(ACCEPT)
  file(WRITE expected "${printed}")
  return()
endif()
file(READ expected expected)
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "printed\n${printed}\nexpected\n${expected}")
endif()
