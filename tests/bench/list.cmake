# The benchmark and the budget of instructions; see README.md here.
#
#   cmake --workflow --preset bench          all of it, beside others; takes minutes
#   ctest --preset release -R bench.budget   instructions, against budget.txt

set(bench ${CMAKE_CURRENT_LIST_DIR})

# In a build of its own, so once is enough.
if(NOT PROBLEMC_SANITIZE)
  script(bench.budget budget ${bench} runtime)
  script(bench.budget.generator budget ${bench} generator)
  set_tests_properties(bench.budget.generator PROPERTIES TIMEOUT 600)
endif()
script(bench.registry bench_registry)

# accept_budget_target(NAME PART): takes what is counted now as the budget.
function(accept_budget_target name part)
  add_custom_target(${name}
    COMMAND ${CMAKE_COMMAND} -E env PROBLEMC=$<TARGET_FILE:problemc> SOURCE=${PROJECT_SOURCE_DIR}
            OUT=${CMAKE_CURRENT_BINARY_DIR}/work/${name}
            sh ${CMAKE_CURRENT_SOURCE_DIR}/scripts/budget.sh ${bench} ${part} accept
    COMMENT "Accepting the instructions that are counted now: review them with git diff"
    VERBATIM)
  add_dependencies(${name} problemc)
endfunction()
accept_budget_target(accept_budget runtime)
accept_budget_target(accept_generator_budget generator)

option(PROBLEMC_BENCH "Build the benchmark" OFF)
if(NOT PROBLEMC_BENCH)
  return()
endif()

# ---------------------------------------------------------------- what it is measured beside, where that is installed

enable_language(CXX)
set(modules ${CMAKE_CURRENT_BINARY_DIR}/bench_modules)
set(bench_modules)

# bench_module(NAME sources...): a module beside the program.
function(bench_module name)
  add_library(${name} MODULE ${ARGN})
  set_target_properties(${name} PROPERTIES PREFIX "" SUFFIX .so LIBRARY_OUTPUT_DIRECTORY ${modules}
                                           C_EXTENSIONS ON CXX_STANDARD 17)
  set(bench_modules ${bench_modules} ${name} PARENT_SCOPE)
endfunction()

bench_module(peer_snprintf bench/peer_snprintf.c)
foreach(peer IN ITEMS cjson:libcjson jansson:jansson json_c:json-c yajl:yajl)
  string(REPLACE ":" ";" peer ${peer})
  list(GET peer 0 name)
  list(GET peer 1 package)
  pkg_check_modules(bench_${name} IMPORTED_TARGET ${package})
  if(bench_${name}_FOUND)
    bench_module(peer_${name} bench/peer_${name}.c)
    target_link_libraries(peer_${name} PRIVATE PkgConfig::bench_${name})
  endif()
endforeach()
find_path(rapidjson rapidjson/writer.h)
if(rapidjson)
  bench_module(peer_rapidjson bench/peer_rapidjson.cc)
  set_target_properties(peer_rapidjson PROPERTIES COMPILE_OPTIONS "-Wall;-Wextra;-Wpedantic;-Wshadow;-Werror")
endif()

# ---------------------------------------------------------------- registries of any size

find_program(gperf gperf)
foreach(count IN ITEMS 50 1000 10000 100000)
  set(name b${count})
  add_custom_command(OUTPUT ${name}.yaml
                     COMMAND awk -v count=${count} -v name=${name} -v gaps=8 -f ${bench}/registry.awk > ${name}.yaml
                     DEPENDS ${bench}/registry.awk VERBATIM)
  add_custom_command(OUTPUT ${name}_problems.c ${name}_problems.h
                     COMMAND problemc compile ${name}.yaml -o . DEPENDS ${name}.yaml problemc VERBATIM)
  bench_module(${name} ${CMAKE_CURRENT_BINARY_DIR}/${name}_problems.c)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/runtime/include)
  if(gperf AND count LESS 100000)
    add_custom_command(OUTPUT gperf_${name}.c
                       COMMAND ${CMAKE_COMMAND} -DGPERF=${gperf} -DREGISTRY=${name}.yaml -DOUTPUT=gperf_${name}.c
                               -P ${bench}/gperf.cmake
                       DEPENDS ${name}.yaml ${bench}/gperf.cmake VERBATIM)
    bench_module(gperf_${name} ${CMAKE_CURRENT_BINARY_DIR}/gperf_${name}.c)
    target_compile_options(gperf_${name} PRIVATE -w)
  endif()
endforeach()

# ---------------------------------------------------------------- the program

problemc_add_library(generated_bench REGISTRY ${bench}/bench.yaml)
add_executable(bench bench/bench.c bench/race.c bench/work.c bench/bench_bodies.c bench/bench_ids.c bench/bench_texts.c
                     bench/bench_many.c bench/bench_lookups.c)
target_include_directories(bench PRIVATE ${bench} ${PROJECT_SOURCE_DIR}/runtime/src)
target_link_libraries(bench PRIVATE generated_bench problem_static problemc_tables ${CMAKE_DL_LIBS})
add_dependencies(bench ${bench_modules})
pkg_check_modules(bench_uuid IMPORTED_TARGET uuid)
if(bench_uuid_FOUND)
  target_compile_definitions(bench PRIVATE BENCH_LIBUUID)
  target_link_libraries(bench PRIVATE PkgConfig::bench_uuid)
endif()
pkg_check_modules(bench_cmph IMPORTED_TARGET cmph)
if(bench_cmph_FOUND)
  target_compile_definitions(bench PRIVATE BENCH_CMPH)
  target_link_libraries(bench PRIVATE PkgConfig::bench_cmph)
endif()

add_custom_target(run_bench COMMAND bench ${modules} ${modules}/bench.json USES_TERMINAL VERBATIM
                  COMMENT "Racing; figures go to ${modules}/bench.json, too")
