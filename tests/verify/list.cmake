# problemc verify. A case is two files: NAME.http, which is what it reads, and NAME.expected, which begins with the command and goes on
# with what that prints (scripts/verify.cmake). To add one, write both with the command alone in the latter, and build the target accept.

file(GLOB cases CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.http)
foreach(case IN LISTS cases)
  cmake_path(GET case STEM name)
  add_test(NAME verify.${name}
           COMMAND ${CMAKE_COMMAND} -DPROBLEMC=$<TARGET_FILE:problemc> -DCASE=${name}
                   -P ${CMAKE_CURRENT_SOURCE_DIR}/scripts/verify.cmake
           WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR})
endforeach()

# Everything that services of the registries can send passes (generated/list.cmake has the programs). The hostile one has texts of
# every kind, some of which look like leaks.
foreach(registry IN LISTS registries)
  script(verify.renders.${registry} verify_renders $<TARGET_FILE:render_cases_${registry}>
         ${PROJECT_SOURCE_DIR}/registry/${registry}.yaml)
endforeach()
script(verify.renders.hostile verify_renders $<TARGET_FILE:render_cases_hostile> ${hostile_file})

script(verify.leaks verify_leaks)
script(verify.inputs verify_inputs)
