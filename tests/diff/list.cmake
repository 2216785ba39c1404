# What `problemc diff` says of pairs of registries: a directory for each, with old.yaml, new.yaml and `expected`, what is printed and
# the exit status, byte for byte; `options` holds further arguments. Every rule has a case (unit.diff).

file(GLOB diff_cases CONFIGURE_DEPENDS LIST_DIRECTORIES true ${CMAKE_CURRENT_LIST_DIR}/*)
foreach(case IN LISTS diff_cases)
  if(IS_DIRECTORY ${case})
    cmake_path(GET case FILENAME name)
    add_test(NAME diff.${name}
             COMMAND ${CMAKE_COMMAND} -DPROBLEMC=$<TARGET_FILE:problemc> -P ${CMAKE_CURRENT_SOURCE_DIR}/scripts/diff.cmake
             WORKING_DIRECTORY ${case})
  endif()
endforeach()

script(program.diff-git diff_git)
