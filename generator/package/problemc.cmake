# problemc_add_library(TARGET REGISTRY file [CLASSIFY source...] [INCLUDE directory...] [STRICT]
#                      [DOCS directory] [OPENAPI file])
#
# A static library TARGET of the registry's generated C. Whoever links it gets the generated headers, the
# runtime, and the order of building. Editing the registry or a file it includes builds it anew.
#
# What `classify` names becomes a header and a source each. CMake must know these names when it configures: it
# takes them from the registry where `classify:` stands in block style, one name to a line; CLASSIFY says them
# where it does not. Link the libraries whose headers they need to TARGET, such as
#
#   target_link_libraries(TARGET PUBLIC SQLite::SQLite3)
#
# INCLUDE are directories where included files are looked for, too; with STRICT a warning is an error. DOCS and
# OPENAPI write the published reference and the components for an API's description along with all else (target
# TARGET_documents); relative paths of them begin in the build tree.

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

# The registry's name as outputs have it.
function(problemc_registry_name output registry)
  file(STRINGS ${registry} name REGEX "^[\"']?registry[\"']?[ \t]*:" LIMIT_COUNT 1)
  string(REGEX REPLACE "^[^:]*:[ \t]*[\"']?([A-Za-z][A-Za-z0-9_-]*).*$" "\\1" name "${name}")
  if(NOT name)
    message(FATAL_ERROR "${registry} has no line that begins with 'registry:'")
  endif()
  problemc_c_name(name "${name}")
  set(${output} ${name} PARENT_SCOPE)
endfunction()

# problemc_run(STAMP registry COMMENT text BYPRODUCTS files... COMMAND arguments...): what problemc writes stays as it
# was where it says the same, so that nothing is built anew for it; the stamp tells that it has run.
function(problemc_run stamp registry)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "COMMENT" "BYPRODUCTS;COMMAND")
  add_custom_command(
    OUTPUT ${stamp}
    BYPRODUCTS ${arg_BYPRODUCTS}
    COMMAND problemc::problemc ${arg_COMMAND} --depfile ${stamp}.d --deptarget ${stamp}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${registry} problemc::problemc
    DEPFILE ${stamp}.d
    COMMENT "${arg_COMMENT}"
    VERBATIM)
endfunction()

function(problemc_add_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "STRICT" "REGISTRY;DOCS;OPENAPI" "CLASSIFY;INCLUDE")
  if(NOT arg_REGISTRY OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "usage: problemc_add_library(TARGET REGISTRY file [CLASSIFY source...] "
                        "[INCLUDE directory...] [STRICT] [DOCS directory] [OPENAPI file])")
  endif()
  cmake_path(ABSOLUTE_PATH arg_REGISTRY NORMALIZE)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${arg_REGISTRY})
  problemc_registry_name(name ${arg_REGISTRY})
  if(NOT DEFINED arg_CLASSIFY)
    file(READ ${arg_REGISTRY} text)
    problemc_sources(arg_CLASSIFY "${text}")
  endif()
  set(options)
  foreach(directory IN LISTS arg_INCLUDE)
    cmake_path(ABSOLUTE_PATH directory NORMALIZE)
    list(APPEND options -I ${directory})
  endforeach()
  if(arg_STRICT)
    list(APPEND options --strict)
  endif()

  set(directory ${CMAKE_CURRENT_BINARY_DIR}/${target})
  set(outputs ${directory}/${name}_problems.h ${directory}/${name}_problems.c)
  foreach(source IN LISTS arg_CLASSIFY)
    problemc_c_name(source "${source}")
    list(APPEND outputs ${directory}/${name}_from_${source}.h ${directory}/${name}_from_${source}.c)
  endforeach()
  list(JOIN arg_CLASSIFY "," sources)
  problemc_run(${directory}/${name}.stamp ${arg_REGISTRY} COMMENT "Compiling ${name} problems" BYPRODUCTS ${outputs}
               COMMAND compile ${arg_REGISTRY} -o ${directory} --sources=${sources} ${options})
  add_custom_target(${target}_sources DEPENDS ${directory}/${name}.stamp)
  add_library(${target} STATIC ${outputs})
  add_dependencies(${target} ${target}_sources)
  target_include_directories(${target} PUBLIC ${directory})
  target_link_libraries(${target} PUBLIC problemc::problem)

  set(documents)
  if(arg_DOCS)
    cmake_path(ABSOLUTE_PATH arg_DOCS BASE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR} NORMALIZE)
    list(APPEND documents ${directory}/docs.stamp)
    problemc_run(${directory}/docs.stamp ${arg_REGISTRY} COMMENT "Writing the reference of ${name} problems"
                 COMMAND docs ${arg_REGISTRY} -o ${arg_DOCS} ${options})
  endif()
  if(arg_OPENAPI)
    cmake_path(ABSOLUTE_PATH arg_OPENAPI BASE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR} NORMALIZE)
    list(APPEND documents ${directory}/openapi.stamp)
    problemc_run(${directory}/openapi.stamp ${arg_REGISTRY} COMMENT "Writing OpenAPI of ${name} problems"
                 BYPRODUCTS ${arg_OPENAPI}
                 COMMAND openapi ${arg_REGISTRY} -o ${arg_OPENAPI} ${options})
  endif()
  if(documents)
    add_custom_target(${target}_documents ALL DEPENDS ${documents})
  endif()
endfunction()
