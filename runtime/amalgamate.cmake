# Writes sources and the internal headers that they include as one file, for those who would rather
# add a file to their project than a library.
#
#   cmake -DOUTPUT=problem.c -DHEADER=problem.h -DPUBLIC=include -DVERSION=1.0.0 "-DSOURCES=a.c;b.c"
#         -P amalgamate.cmake
#
# HEADER stays a file of its own; other headers of PUBLIC are taken in like internal ones. All that
# is declared static must have another name in each source. The output depends on nothing but
# the files' names and contents.

cmake_minimum_required(VERSION 3.25)

foreach(parameter OUTPUT HEADER PUBLIC VERSION SOURCES)
  if(NOT ${parameter})
    message(FATAL_ERROR "amalgamate.cmake: ${parameter} is not set")
  endif()
endforeach()

set_property(GLOBAL PROPERTY included "")
set_property(GLOBAL PROPERTY system "")

# The file's text in `output`, with each header in the place where it is first included, and without
# what the head of the output says for all of them.
function(take_in output file)
  get_filename_component(folder "${file}" DIRECTORY)
  file(READ "${file}" text)
  string(REGEX REPLACE "#define _(GNU|DEFAULT)_SOURCE[^\n]*\n" "" text "${text}")
  string(REGEX REPLACE "#include <(emmintrin|cpuid).h>" "@machine@ <\\1.h>" text "${text}") # some machines' alone
  string(REGEX MATCHALL "#include <[^>\n]+>" found "${text}")
  string(REGEX REPLACE "#include <[^>\n]+>[^\n]*\n" "" text "${text}")
  string(REPLACE "@machine@" "#include" text "${text}")
  set_property(GLOBAL APPEND PROPERTY system ${found})
  string(REGEX MATCHALL "#include \"[^\"\n]+\"" found "${text}")
  foreach(include IN LISTS found)
    string(REGEX REPLACE "#include \"([^\"]+)\"" "\\1" name "${include}")
    set(path "${folder}/${name}")
    if(NOT EXISTS "${path}")
      set(path "${PUBLIC}/${name}")
    endif()
    get_filename_component(path "${path}" ABSOLUTE)
    get_property(included GLOBAL PROPERTY included)
    set(header "")
    if(NOT name STREQUAL HEADER AND NOT path IN_LIST included)
      set_property(GLOBAL APPEND PROPERTY included "${path}")
      take_in(header "${path}")
    endif()
    string(REPLACE "${include}\n" "${header}" text "${text}")
  endforeach()
  get_filename_component(name "${file}" NAME)
  string(LENGTH "${name}" length)
  math(EXPR length "75 - ${length}")
  string(REPEAT "-" ${length} line)
  set(${output} "/* ${line} ${name} */\n\n${text}\n" PARENT_SCOPE)
endfunction()

list(SORT SOURCES)
set(bodies "")
foreach(source IN LISTS SOURCES)
  take_in(body "${source}")
  string(APPEND bodies "${body}")
endforeach()
string(REGEX REPLACE "\n\n\n+" "\n\n" bodies "${bodies}")
get_property(system GLOBAL PROPERTY system)
list(REMOVE_DUPLICATES system)
list(SORT system)
list(JOIN system "\n" system)

get_filename_component(name "${OUTPUT}" NAME)
file(WRITE "${OUTPUT}" "/*
 * ${name}: problemc's runtime, version ${VERSION}, in one file. Compile it as C11 with the
 * files that problemc has made, beside ${HEADER}. Made from the runtime's sources: change those.
 *
 * Nothing in it is visible outside of the program or module that it is linked into, so that several
 * modules of a server may each have their own.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1 /* pwritev2, strerrorname_np, MADV_WIPEONFORK */
#endif

${system}

#if defined(__GNUC__)
#pragma GCC visibility push(hidden)
#endif
#if defined(__clang__) /* not every function of the internal headers is used in every file */
#pragma clang diagnostic push
#pragma clang diagnostic ignored \"-Wunused-function\"
#endif

#include \"${HEADER}\"

${bodies}
#if defined(__clang__)
#pragma clang diagnostic pop
#endif
#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
")
