# problemc_add_library(TARGET REGISTRY file [CLASSIFY source...])
#
# A static library TARGET of the registry's generated C. Whoever links it gets the generated headers, the
# runtime, and the order of building. Editing the registry or a file it includes builds it anew.
#
# What `classify` names becomes a header and a source each. CMake must know these names when it configures: it
# takes them from the registry where `classify:` stands in block style, one name to a line; CLASSIFY says them
# where it does not. Link the libraries whose headers they need to TARGET, such as
#
#   target_link_libraries(TARGET PUBLIC SQLite::SQLite3)

# The name as it is in C and in file names.
function(problemc_c_name output name)
  string(REGEX REPLACE "([a-z0-9])([A-Z])" "\\1_\\2" name "${name}")
  string(TOLOWER "${name}" name)
  string(REGEX REPLACE "[-_]+" "_" name "${name}")
  string(REGEX REPLACE "_$" "" name "${name}")
  set(${output} ${name} PARENT_SCOPE)
endfunction()

# The keys right under `classify:` in the text of a registry.
function(problemc_sources output text)
  string(REGEX REPLACE "[][;]" "," text "\n${text}\n")
  string(REPLACE "\r\n" "\n" text "${text}")
  set(sources)
  if(text MATCHES "\n[\"']?classify[\"']?[ \t]*:[ ]*(#[^\n]*)?\n")
    string(REGEX REPLACE "^.*\n[\"']?classify[\"']?[ \t]*:[ ]*(#[^\n]*)?\n" "\n" text "${text}")
    string(REGEX REPLACE "\n[^ #\n].*$" "\n" text "${text}")
    if(text MATCHES "\n( +)[A-Za-z\"'][^\n]*:")
      set(indent "${CMAKE_MATCH_1}")
      string(REGEX MATCHALL "\n${indent}[\"']?[A-Za-z][A-Za-z0-9_-]*[\"']?[ ]*:" keys "${text}")
      foreach(key IN LISTS keys)
        string(REGEX REPLACE "[^A-Za-z0-9_-]" "" key "${key}")
        list(APPEND sources ${key})
      endforeach()
    endif()
  endif()
  set(${output} ${sources} PARENT_SCOPE)
endfunction()

function(problemc_add_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "REGISTRY" "CLASSIFY")
  if(NOT arg_REGISTRY OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "usage: problemc_add_library(TARGET REGISTRY file [CLASSIFY source...])")
  endif()
  cmake_path(ABSOLUTE_PATH arg_REGISTRY NORMALIZE)

  # The registry's name is in the file; it names the outputs.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${arg_REGISTRY})
  file(STRINGS ${arg_REGISTRY} name REGEX "^[\"']?registry[\"']?[ \t]*:" LIMIT_COUNT 1)
  string(REGEX REPLACE "^[^:]*:[ \t]*[\"']?([A-Za-z][A-Za-z0-9_-]*).*$" "\\1" name "${name}")
  if(NOT name)
    message(FATAL_ERROR "${arg_REGISTRY} has no line that begins with 'registry:'")
  endif()
  problemc_c_name(name "${name}")
  if(NOT DEFINED arg_CLASSIFY)
    file(READ ${arg_REGISTRY} text)
    problemc_sources(arg_CLASSIFY "${text}")
  endif()

  set(directory ${CMAKE_CURRENT_BINARY_DIR}/${target})
  set(outputs ${directory}/${name}_problems.h ${directory}/${name}_problems.c)
  foreach(source IN LISTS arg_CLASSIFY)
    problemc_c_name(source "${source}")
    list(APPEND outputs ${directory}/${name}_from_${source}.h ${directory}/${name}_from_${source}.c)
  endforeach()
  list(JOIN arg_CLASSIFY "," sources)
  # Ninja refuses a depfile from before, with outputs that are no more: another list, another file.
  string(MD5 depfile "${sources}")
  string(SUBSTRING "${depfile}" 0 8 depfile)
  set(depfile ${directory}/${name}-${depfile}.d)
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND problemc::problemc compile ${arg_REGISTRY} -o ${directory} --sources=${sources}
            --depfile ${depfile} -I ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../registry
    DEPENDS ${arg_REGISTRY} problemc::problemc
    DEPFILE ${depfile}
    COMMENT "Compiling ${name} problems"
    VERBATIM)
  add_library(${target} STATIC ${outputs})
  target_include_directories(${target} PUBLIC ${directory})
  target_link_libraries(${target} PUBLIC problemc::problem)
endfunction()
