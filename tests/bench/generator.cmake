# How fast the generator is; the floor is libyaml's bare event loop.
#
#   cmake --build --preset release --target bench_generator      beside the floor and others; takes minutes

pkg_check_modules(bench_yaml REQUIRED IMPORTED_TARGET yaml-0.1)
add_executable(bench_events EXCLUDE_FROM_ALL bench/events.c)
target_link_libraries(bench_events PRIVATE PkgConfig::bench_yaml)
add_executable(bench_clock EXCLUDE_FROM_ALL bench/clock.c)

add_custom_target(bench_generator
  COMMAND ${CMAKE_COMMAND} -E env PROBLEMC=$<TARGET_FILE:problemc> EVENTS=$<TARGET_FILE:bench_events> CLOCK=$<TARGET_FILE:bench_clock>
          OUT=${CMAKE_CURRENT_BINARY_DIR}/work/bench_generator sh ${CMAKE_CURRENT_SOURCE_DIR}/bench/generator.sh
  USES_TERMINAL VERBATIM)
add_dependencies(bench_generator problemc bench_events bench_clock)
