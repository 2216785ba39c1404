# How problemc is found and installed: as a CMake package (also from the build tree, and from a project that has it
# in a subdirectory), by pkg-config, and as Debian packages.

include(CMakePackageConfigHelpers)

# ---------------------------------------------------------------- CMake

set(package ${PROJECT_BINARY_DIR}/problemc-config.cmake)
set(version ${PROJECT_BINARY_DIR}/problemc-config-version.cmake)
write_basic_package_version_file(${version} COMPATIBILITY SameMajorVersion)

# A project that has problemc in a subdirectory may still say find_package(problemc).
if(NOT PROJECT_IS_TOP_LEVEL)
  if(NOT EXISTS ${CMAKE_FIND_PACKAGE_REDIRECTS_DIR}/problemc-config.cmake)
    file(WRITE ${CMAKE_FIND_PACKAGE_REDIRECTS_DIR}/problemc-config.cmake
         "set(problemc_runtime_FOUND TRUE)\nset(problemc_tool_FOUND TRUE)\n")
    configure_file(${version} ${CMAKE_FIND_PACKAGE_REDIRECTS_DIR}/problemc-config-version.cmake COPYONLY)
  endif()
endif()

# The build tree: find_package(problemc) with -Dproblemc_DIR=BUILD.
if(PROJECT_IS_TOP_LEVEL)
  set(problemc_tool_directory ${PROJECT_BINARY_DIR}/generator)
  set(problemc_adapters_directory ${PROJECT_SOURCE_DIR}/runtime/adapters)
  configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/problemc-config.cmake.in ${package}
                                INSTALL_DESTINATION ${PROJECT_BINARY_DIR}
                                INSTALL_PREFIX ${PROJECT_BINARY_DIR}
                                PATH_VARS problemc_tool_directory problemc_adapters_directory)
  export(TARGETS problem_static problem_shared NAMESPACE problemc::
         FILE ${PROJECT_BINARY_DIR}/problemc-targets.cmake)
  foreach(file IN ITEMS problemc.cmake problemc-tool.cmake)
    configure_file(${CMAKE_CURRENT_LIST_DIR}/${file} ${PROJECT_BINARY_DIR}/${file} COPYONLY)
  endforeach()
endif()

if(NOT PROBLEMC_INSTALL)
  return()
endif()

set(cmake_directory ${CMAKE_INSTALL_LIBDIR}/cmake/problemc)
set(data_directory ${CMAKE_INSTALL_DATADIR}/problemc)
set(installed ${PROJECT_BINARY_DIR}/installed)
set(problemc_tool_directory ${CMAKE_INSTALL_BINDIR})
set(problemc_adapters_directory ${CMAKE_INSTALL_INCLUDEDIR})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/problemc-config.cmake.in ${installed}/problemc-config.cmake
                              INSTALL_DESTINATION ${cmake_directory}
                              PATH_VARS problemc_tool_directory problemc_adapters_directory)
install(EXPORT problemc-targets NAMESPACE problemc:: DESTINATION ${cmake_directory} COMPONENT dev)
install(FILES ${installed}/problemc-config.cmake ${version} ${CMAKE_CURRENT_LIST_DIR}/problemc.cmake
              ${CMAKE_CURRENT_LIST_DIR}/problemc-tool.cmake
        DESTINATION ${cmake_directory} COMPONENT dev)

# ---------------------------------------------------------------- pkg-config

# pkg_config(NAME DIRECTORY COMPONENT): from NAME.pc.in. Prefixes are relative to the file's own place, so that a
# tree may be moved.
function(pkg_config name directory component)
  file(RELATIVE_PATH up /${directory} /)
  string(REGEX REPLACE "/$" "" up "${up}")
  set(prefix "\${pcfiledir}/${up}")
  foreach(kind IN ITEMS BINDIR LIBDIR INCLUDEDIR DATADIR)
    string(TOLOWER ${kind} lower)
    if(IS_ABSOLUTE "${CMAKE_INSTALL_${kind}}")
      set(${lower} ${CMAKE_INSTALL_${kind}})
    else()
      set(${lower} "\${prefix}/${CMAKE_INSTALL_${kind}}")
    endif()
  endforeach()
  configure_file(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/${name}.pc.in ${installed}/${name}.pc @ONLY)
  install(FILES ${installed}/${name}.pc DESTINATION ${directory} COMPONENT ${component})
endfunction()
pkg_config(problem ${CMAKE_INSTALL_LIBDIR}/pkgconfig dev)
pkg_config(problemc ${CMAKE_INSTALL_DATADIR}/pkgconfig tool)

# ---------------------------------------------------------------- everything else

if(PROBLEMC_TOOL)
  install(TARGETS problemc COMPONENT tool)
endif()

# compressed(FILE DESTINATION COMPONENT): as Debian wants manuals and changelogs, the same on each day.
find_program(PROBLEMC_GZIP gzip)
mark_as_advanced(PROBLEMC_GZIP)
function(compressed file destination component)
  cmake_path(GET file FILENAME name)
  if(PROBLEMC_GZIP)
    execute_process(COMMAND ${PROBLEMC_GZIP} -9nc ${file} OUTPUT_FILE ${installed}/${name}.gz)
    set(file ${installed}/${name}.gz)
  endif()
  install(FILES ${file} DESTINATION ${destination} COMPONENT ${component})
endfunction()
compressed(${CMAKE_CURRENT_LIST_DIR}/man/problemc.1 ${CMAKE_INSTALL_MANDIR}/man1 tool)
compressed(${CMAKE_CURRENT_LIST_DIR}/man/problemc-registry.5 ${CMAKE_INSTALL_MANDIR}/man5 tool)

# Where bash, zsh and fish look for what packages bring.
set(completions ${CMAKE_CURRENT_LIST_DIR}/completions)
set(zsh_directory ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr" AND EXISTS /etc/debian_version)
  set(zsh_directory ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
endif()
install(FILES ${completions}/problemc.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME problemc COMPONENT tool)
install(FILES ${completions}/_problemc DESTINATION ${zsh_directory} COMPONENT tool)
install(FILES ${completions}/problemc.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT tool)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/registry/ DESTINATION ${data_directory}/registry COMPONENT tool
        FILES_MATCHING PATTERN *.yaml PATTERN *.schema.json)

# ---------------------------------------------------------------- Debian packages

# cmake --workflow --preset package
if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR problemc)
set(CPACK_PACKAGE_CONTACT "The problemc authors <problemc@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX ${CMAKE_INSTALL_PREFIX})
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
    GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# What CPack takes for no summary at all, so that each package has its own.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${CMAKE_PROJECT_NAME} built using CMake")

set(about "An error registry is one file in which API designers declare every error
that an API may answer with. problemc compiles it to C that sends them as
RFC 9457 problem details, to a published reference and to OpenAPI.

")

# debian_package(COMPONENT NAME SECTION SUMMARY DESCRIPTION): its name, and what Debian asks of every package.
function(debian_package component name section summary description)
  string(TOUPPER ${component} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name} PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section} PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_DESCRIPTION "${summary}\n${about}${description}" PARENT_SCOPE)
  set(documentation ${CMAKE_INSTALL_DATADIR}/doc/${name})
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${documentation} RENAME copyright COMPONENT ${component})
  compressed(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/changelog ${documentation} ${component})
endfunction()
debian_package(tool problemc devel "compiler of error registries to RFC 9457 problem details"
               "This package has the compiler, and registries for others to include.")
debian_package(runtime libproblem1 libs "runtime of problemc's RFC 9457 problem details"
               "This package has the shared library that services may be linked with.")
debian_package(dev libproblem-dev libdevel "runtime of problemc's RFC 9457 problem details (development)"
               "This package has the headers, the adapters for servers, the static library,
and what CMake and pkg-config need.")
set(CPACK_COMPONENTS_ALL tool runtime dev)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_TOOL_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY >=)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/triggers)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libproblem1 (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_DEV_PACKAGE_RECOMMENDS problemc)
include(CPack)
