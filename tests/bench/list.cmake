# The benchmark and the budgets of instructions; see README.md here.
#
#   cmake --workflow --preset bench                           all of it, beside others; takes minutes
#   cmake --build --preset release --target bench_generator   the generator alone
#   ctest --preset release -R bench.budget                    instructions, against budget.txt and generator_budget.txt

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

# ---------------------------------------------------------------- processes: the generator, and compiling what it makes

pkg_check_modules(bench_yaml REQUIRED IMPORTED_TARGET yaml-0.1)
add_executable(bench_events EXCLUDE_FROM_ALL bench/events.c)
target_link_libraries(bench_events PRIVATE PkgConfig::bench_yaml)
add_executable(bench_clock EXCLUDE_FROM_ALL bench/clock.c bench/race.c)

# bench_target(NAME [VARIABLE=VALUE...] PARTS part...): runs these parts of run.sh.
function(bench_target name)
  cmake_parse_arguments(PARSE_ARGV 1 bench "" "" PARTS)
  set(work ${CMAKE_CURRENT_BINARY_DIR}/work/${name})
  add_custom_target(${name}
    COMMAND ${CMAKE_COMMAND} -E env PROBLEMC=$<TARGET_FILE:problemc> EVENTS=$<TARGET_FILE:bench_events> CLOCK=$<TARGET_FILE:bench_clock>
            COMPILER=${CMAKE_C_COMPILER} SOURCE=${PROJECT_SOURCE_DIR} OUT=${work} JSON=${CMAKE_BINARY_DIR}/${name}.json
            ${bench_UNPARSED_ARGUMENTS}
            sh ${bench}/run.sh ${bench_PARTS}
    USES_TERMINAL VERBATIM)
  add_dependencies(${name} problemc bench_events bench_clock)
endfunction()
bench_target(bench_generator PARTS generator generated)

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
add_executable(bench bench/bench.c bench/race.c bench/work.c bench/keys.c bench/generator.c
                     bench/bench_bodies.c bench/bench_ids.c bench/bench_texts.c bench/bench_many.c
                     bench/bench_lookups.c bench/bench_tables.c)
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
  target_sources(bench PRIVATE bench/chd.c)
  target_compile_definitions(bench PRIVATE BENCH_CMPH)
  target_link_libraries(bench PRIVATE PkgConfig::bench_cmph)
endif()

bench_target(run_bench BENCH=$<TARGET_FILE:bench> MODULES=${modules} PARTS runtime generator generated)
add_dependencies(run_bench bench)
