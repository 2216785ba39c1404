# problemc as others get it: installed, from its build tree, in a subdirectory, fetched; by CMake, Meson, Make and pkg-config; as one source
# file; for another machine; as Debian packages. Real projects, configured, built, edited and built again.

set(package ${CMAKE_CURRENT_BINARY_DIR}/work/package.install)

# package(NAME FILE [arguments]): a script that finds problemc installed in ${package}.
function(package name file)
  script(package.${name} ../package/${file} ${ARGN})
  set_tests_properties(package.${name} PROPERTIES FIXTURES_REQUIRED installed LABELS slow TIMEOUT 300)
endfunction()

script(package.install ../package/install)
set_tests_properties(package.install PROPERTIES FIXTURES_SETUP installed LABELS slow TIMEOUT 300)

set(prefix "${package}/an installed prefix")
package(cmake.installed.ninja cmake installed Ninja ${prefix})
package(cmake.installed.multi-config cmake installed "Ninja Multi-Config" ${prefix})
package(cmake.installed.make cmake installed "Unix Makefiles" ${prefix})
package(cmake.build-tree cmake build Ninja ${prefix})
package(cmake.subdirectory cmake subdirectory "Ninja Multi-Config" ${prefix})
package(cmake.fetched cmake fetched "Unix Makefiles" ${prefix})
package(library library ${prefix})
package(make make ${prefix})
package(meson meson ${prefix})
package(amalgamation amalgamation ${prefix})
if(TARGET nginx_listen)
  package(nginx nginx ${prefix} $<TARGET_FILE:nginx_listen>)
endif()
package(cross cross ${prefix})
package(shells shells ${prefix})
package(debian debian ${prefix})
package(chroot chroot ${prefix})
set_tests_properties(package.chroot PROPERTIES TIMEOUT 1200)
