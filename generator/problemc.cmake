# problemc_add_library(TARGET REGISTRY file)
#
# A static library TARGET of the registry's generated C. Whoever links it gets the generated header, the
# runtime, and the order of building. Editing the registry or a file it includes builds it anew.

function(problemc_add_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "REGISTRY" "")
  if(NOT arg_REGISTRY OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "usage: problemc_add_library(TARGET REGISTRY file)")
  endif()
  cmake_path(ABSOLUTE_PATH arg_REGISTRY NORMALIZE)

  # The registry's name is in the file; it names the outputs.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${arg_REGISTRY})
  file(STRINGS ${arg_REGISTRY} name REGEX "^registry:" LIMIT_COUNT 1)
  string(REGEX REPLACE "^registry:[ \t]*[\"']?([A-Za-z][A-Za-z0-9_-]*).*$" "\\1" name "${name}")
  if(NOT name)
    message(FATAL_ERROR "${arg_REGISTRY} has no line that begins with 'registry:'")
  endif()
  string(REGEX REPLACE "([a-z0-9])([A-Z])" "\\1_\\2" name "${name}")
  string(TOLOWER "${name}" name)
  string(REPLACE "-" "_" name "${name}")

  set(directory ${CMAKE_CURRENT_BINARY_DIR}/${target})
  set(outputs ${directory}/${name}_problems.h ${directory}/${name}_problems.c)
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND problemc::problemc compile ${arg_REGISTRY} -o ${directory}
            --depfile ${directory}/${name}.d -I ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../registry
    DEPENDS ${arg_REGISTRY} problemc::problemc
    DEPFILE ${directory}/${name}.d
    COMMENT "Compiling ${name} problems"
    VERBATIM)
  add_library(${target} STATIC ${outputs})
  target_include_directories(${target} PUBLIC ${directory})
  target_link_libraries(${target} PUBLIC problemc::problem)
endfunction()
