# The generated code of the registries: how it compiles, and what services get from it.

set(generated ${CMAKE_CURRENT_LIST_DIR})
set(hostile_file ${generated}/hostile.yaml)
set(raise_template ${generated}/raise.c.mustache)

# ---------------------------------------------------------------- compilers

foreach(registry IN LISTS registries)
  script(generated.matrix.${registry} matrix ${raise_template} ${PROJECT_SOURCE_DIR}/registry/${registry}.yaml)
  list(APPEND registry_files ${PROJECT_SOURCE_DIR}/registry/${registry}.yaml)
endforeach()
list(GET registry_files 0 1 two_registries)
script(generated.matrix.hostile matrix ${raise_template} ${hostile_file})
script(generated.matrix.two matrix ${raise_template} ${two_registries})
script(generated.matrix.all matrix ${raise_template} ${registry_files} ${hostile_file})
script(generated.relocations relocations ${registry_files} ${hostile_file})
script(generated.digest digest)
script(generated.wrong-calls wrong_calls ${generated}/wrong-calls.list)

# ---------------------------------------------------------------- programs

include(scripts/many.cmake)
set(many ${CMAKE_CURRENT_BINARY_DIR}/many.yaml)
many(${many} 3000)

add_library(answers generated/answer.c generated/strict_json.c)
target_include_directories(answers PUBLIC generated)
target_link_libraries(answers PUBLIC problem PkgConfig::cjson)

# every(REGISTRY FILE): a library raise_REGISTRY that raises each of its problems; see every.h.
function(every registry file)
  set(raise ${CMAKE_CURRENT_BINARY_DIR}/raise_${registry}.c)
  problemc_add_library(generated_${registry} REGISTRY ${file})
  target_include_directories(generated_${registry} PUBLIC generated/foreign)
  add_custom_command(OUTPUT ${raise}
                     COMMAND problemc template ${file} ${raise_template} > ${raise}
                     DEPENDS ${file} ${raise_template} problemc
                     VERBATIM)
  add_library(raise_${registry} STATIC ${raise} generated/text_values.c)
  target_link_libraries(raise_${registry} PUBLIC generated_${registry} answers)
endfunction()

# every_program(KIND REGISTRY [sources]): a program KIND_REGISTRY.
function(every_program kind registry)
  add_executable(${kind}_${registry} generated/${kind}.c ${ARGN})
  target_link_libraries(${kind}_${registry} PRIVATE raise_${registry})
endfunction()

foreach(registry IN LISTS registries ITEMS hostile)
  set(file ${PROJECT_SOURCE_DIR}/registry/${registry}.yaml)
  if(registry STREQUAL "hostile")
    set(file ${hostile_file})
  endif()
  every(${registry} ${file})
  every_program(every ${registry} generated/cases.c)
  every_program(render_cases ${registry} generated/cases.c)
  every_program(page_examples ${registry} generated/cases.c)
  every_program(lookup ${registry})
  script(generated.every.${registry} every $<TARGET_FILE:every_${registry}> ${file})
  script(generated.render.${registry} render $<TARGET_FILE:render_cases_${registry}> ${file})
  script(generated.page-examples.${registry} page_examples $<TARGET_FILE:page_examples_${registry}> ${file})
  add_test(NAME generated.lookup.${registry} COMMAND lookup_${registry})
endforeach()

every(many ${many})
every_program(lookup many)
add_test(NAME generated.lookup.many COMMAND lookup_many)

add_executable(service generated/service.c)
target_link_libraries(service PRIVATE answers generated_payments generated_boxlite generated_sandbox
                                      generated_3gpp PkgConfig::cmocka)
add_test(NAME generated.service COMMAND service)

add_executable(hostile generated/hostile.c)
target_link_libraries(hostile PRIVATE answers generated_hostile PkgConfig::cmocka)
add_test(NAME generated.hostile COMMAND hostile)

add_executable(strict_json_files generated/strict_json_files.c)
target_link_libraries(strict_json_files PRIVATE answers)
script(generated.strict-json strict_json $<TARGET_FILE:strict_json_files>)

include(generated/classify.cmake)
include(generated/two_layers.cmake)

script(generated.portable portable ${generated} ${registry_files} ${hostile_file})

if(NOT PROBLEMC_SANITIZE)
  script(generated.memcheck memcheck $<TARGET_FILE:service> $<TARGET_FILE:hostile>
         $<TARGET_FILE:test_runtime_respond> $<TARGET_FILE:test_runtime_violations>)
endif()
