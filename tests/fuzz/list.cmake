# Fuzzing. With preset fuzz each target is a libFuzzer program, and ctest runs it for a few seconds; for longer:
#
#   cmake --preset fuzz && cmake --build --preset fuzz
#   build/fuzz/tests/fuzz_registry -dict=build/fuzz/tests/fuzz/registry.dict build/fuzz/tests/fuzz/registry
#
# Elsewhere replay.c stands in for libFuzzer: every seed, and a few thousand mutations that are the same each time.

set(fuzz ${CMAKE_CURRENT_BINARY_DIR}/fuzz)

add_library(fuzzing STATIC fuzz/fuzz.c fuzz/files.c fuzz/compiled.c fuzz/respond.c fuzz/extremes.c)
target_include_directories(fuzzing PUBLIC fuzz unit)
target_compile_definitions(fuzzing PUBLIC FUZZ_SOURCE="${PROJECT_SOURCE_DIR}")
target_link_libraries(fuzzing PUBLIC problemc_driver answers)
if(PROBLEMC_FUZZ)
  target_link_options(fuzzing PUBLIC -fsanitize=fuzzer)
endif()
add_custom_target(fuzz)

# fuzz_target(NAME MUTATIONS [more sources] SEEDS files [OPTIONS of libFuzzer])
function(fuzz_target name mutations)
  cmake_parse_arguments(PARSE_ARGV 2 fuzz "" "" "SEEDS;OPTIONS")
  set(seeds ${fuzz}/${name})
  file(REMOVE_RECURSE ${seeds})
  file(GLOB files CONFIGURE_DEPENDS ${fuzz_SEEDS} ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/seeds/${name}/*)
  file(COPY ${files} DESTINATION ${seeds})
  add_executable(fuzz_${name} fuzz/fuzz_${name}.c ${fuzz_UNPARSED_ARGUMENTS})
  target_link_libraries(fuzz_${name} PRIVATE fuzzing)
  add_dependencies(fuzz fuzz_${name})
  file(MAKE_DIRECTORY ${fuzz}/work/${name})
  if(PROBLEMC_FUZZ)
    add_test(NAME fuzz.${name} COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/run.sh $<TARGET_FILE:fuzz_${name}>
                                       ${fuzz}/work/${name} ${fuzz_OPTIONS} ${seeds})
  else()
    target_sources(fuzz_${name} PRIVATE fuzz/replay.c)
    add_test(NAME fuzz.${name} COMMAND fuzz_${name} ${mutations} ${seeds} WORKING_DIRECTORY ${fuzz}/work/${name})
  endif()
  set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz TIMEOUT 120)
endfunction()

# What others found to be hard for parsers.
set(yaml_seeds)
set(leak_seeds)
if(PROBLEMC_CORPORA)
  foreach(format IN ITEMS yaml json)
    if(NOT EXISTS ${fuzz}/corpora/${format})
      file(ARCHIVE_EXTRACT INPUT ${PROBLEMC_CORPORA}/fuzz-seeds/${format}-seeds.tar.gz DESTINATION ${fuzz}/corpora)
    endif()
  endforeach()
  set(yaml_seeds ${fuzz}/corpora/yaml/*)
  set(json_seeds ${fuzz}/corpora/json/*)
  set(leak_seeds ${PROBLEMC_CORPORA}/leak-samples/* ${PROBLEMC_CORPORA}/leak-traces/*)
endif()

set(dictionary ${fuzz}/registry.dict)
set(word_sources ${PROJECT_SOURCE_DIR}/generator/load/keys.c ${PROJECT_SOURCE_DIR}/generator/registry.c
                 ${PROJECT_SOURCE_DIR}/generator/check/checks.c)
add_custom_command(
  OUTPUT ${dictionary}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${dictionary} "-DSOURCES=${word_sources}"
          -P ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/dictionary.cmake
  DEPENDS ${word_sources} fuzz/dictionary.cmake
  VERBATIM)
add_custom_target(fuzz_dictionary DEPENDS ${dictionary})

fuzz_target(registry 3000
  SEEDS ${PROJECT_SOURCE_DIR}/registry/*.yaml ${PROJECT_SOURCE_DIR}/templates/*.yaml
        ${CMAKE_CURRENT_SOURCE_DIR}/diagnostics/*.yaml ${CMAKE_CURRENT_SOURCE_DIR}/generated/*.yaml
        ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/fixed.yaml ${yaml_seeds}
  OPTIONS -dict=${dictionary})
add_dependencies(fuzz_registry fuzz_dictionary)
if(PROBLEMC_FUZZ)
  target_sources(fuzz_registry PRIVATE fuzz/mutator.c)
endif()
fuzz_target(pieces 5000
  SEEDS ${PROJECT_SOURCE_DIR}/registry/*.yaml ${CMAKE_CURRENT_SOURCE_DIR}/diagnostics/*.yaml ${yaml_seeds})
target_link_libraries(fuzz_pieces PRIVATE problemc_yaml PkgConfig::yaml)
fuzz_target(template 3000
  SEEDS ${PROJECT_SOURCE_DIR}/templates/*.mustache ${CMAKE_CURRENT_SOURCE_DIR}/generated/*.mustache)
fuzz_target(pattern 5000 unit/image_builder.c)
fuzz_target(respond 5000 SEEDS ${json_seeds})
fuzz_target(client 5000 SEEDS ${json_seeds})
target_link_libraries(fuzz_client PRIVATE problem_static)
fuzz_target(verify 3000 SEEDS ${CMAKE_CURRENT_SOURCE_DIR}/verify/*.http)
fuzz_target(options 5000)
fuzz_target(leaks 3000 SEEDS ${PROJECT_SOURCE_DIR}/registry/payments.yaml ${leak_seeds})
fuzz_target(value_text 5000)
fuzz_target(record 5000 generated/two_layers_text.c)
