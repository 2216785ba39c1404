# One case of tests/verify: CASE.expected begins with the command, `$ problemc verify ... < CASE.http`; then comes what it prints on
# standard output and standard error, byte for byte, and its exit status. With ACCEPT what is printed now is taken as what is expected.

function(run case expected printed)
  file(STRINGS ${case}.expected command LIMIT_COUNT 1 ENCODING UTF-8)
  if(NOT command MATCHES "^\\$ problemc verify (.*) < ${case}\\.http$")
    message(FATAL_ERROR "${case}.expected does not begin with $ problemc verify ... < ${case}.http")
  endif()
  separate_arguments(arguments UNIX_COMMAND "${CMAKE_MATCH_1}")
  execute_process(COMMAND ${PROBLEMC} verify ${arguments} INPUT_FILE ${case}.http
                  RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err)
  file(READ ${case}.expected text)
  set(${expected} "${text}" PARENT_SCOPE)
  set(${printed} "${command}\n${out}${err}exit status ${status}\n" PARENT_SCOPE)
endfunction()

if(ACCEPT)
  file(GLOB cases RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} *.http)
  foreach(file IN LISTS cases)
    cmake_path(GET file STEM case)
    run(${case} expected printed)
    file(WRITE ${case}.expected "${printed}")
  endforeach()
  return()
endif()

run(${CASE} expected printed)
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "${CASE}: printed\n${printed}\n${CASE}: expected\n${expected}")
endif()
